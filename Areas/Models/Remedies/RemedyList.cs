using PalActors.Areas.Contract.Models;
using PalActors.Areas.Contract.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Remedies;

/// <summary>Remedies against delays of a cell model, in the order in which they are shown and act.</summary>
/// <typeparam name="T">Remedy of the cell model.</typeparam>
/// <param name="all">The remedies.</param>
internal sealed class RemedyList<T>(IReadOnlyList<T> all)
    where T : Remedy
{
    /// <summary>All remedies.</summary>
    public IReadOnlyList<T> All => all;

    /// <summary>Parameters of all of them.</summary>
    public ParameterTable Parameters { get; } = ParameterTable.Join(all.Select(remedy => remedy.Parameters));

    /// <summary>Remedies that studies offer.</summary>
    public IReadOnlyList<RemedyDescriptor> Studied { get; } =
        [.. all.Where(remedy => remedy.IsStudied).Select(remedy => remedy.Studied)];

    /// <summary>Binds the values of their parameters.</summary>
    /// <param name="options">Options of a plan; those of other tables are ignored.</param>
    public ParameterReader Bind(IEnumerable<PlanOption> options) => new(Parameters, options);

    /// <summary>Remedies that act in a network.</summary>
    /// <param name="values">Values of their parameters.</param>
    public IEnumerable<T> Acting(ParameterReader values) => all.Where(remedy => remedy.Acts(values));
}
