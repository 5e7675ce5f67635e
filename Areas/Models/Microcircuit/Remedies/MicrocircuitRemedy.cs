using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.Remedies;

namespace PalActors.Areas.Models.Microcircuit.Remedies;

/// <summary>Remedy against delays of microcircuits: what experiments see of it, and the part that it makes.</summary>
/// <param name="name">Name that studies offer it by.</param>
/// <param name="settings">Words with which it acts; of a remedy without a part of its own, any changes.</param>
internal sealed class MicrocircuitRemedy(string name, params IReadOnlyList<RemedySetting> settings)
    : Remedy(name, settings)
{
    /// <summary>Parameters that are time constants, which an Euler step must follow; in ms.</summary>
    public IReadOnlyList<string> TimeConstants { get; init; } = [];

    /// <summary>Blocks that it adds to a state, each with its plain name.</summary>
    public IReadOnlyDictionary<string, string> Blocks { get; init; } = new Dictionary<string, string>();

    /// <summary>Part of a pathway, where it acts; null: it does nothing there.</summary>
    public Func<RemedyPlace, PathwayRemedy?> OnPathway { get; init; } = _ => null;

    /// <summary>Check of a network in which it acts, which throws a ParameterException.</summary>
    public Action<RemedyNetwork> Check { get; init; } = _ => { };
}
