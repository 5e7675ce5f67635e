using PalActors.Messages.Plan;

namespace PalActors.Areas.Contract.Models;

/// <summary>The cell models of a program by name.</summary>
/// <param name="models">The models; the first is the default.</param>
/// <param name="services">Makes the services for a plan's network.</param>
public sealed class ModelRegistry(
    IReadOnlyList<IAreaModel> models, Func<NetworkPlan, SpareThreads, INetworkServices> services)
{
    /// <summary>All models; the first is the default.</summary>
    public IReadOnlyList<IAreaModel> All => models;

    /// <summary>Names of all models.</summary>
    public IReadOnlyList<string> Names { get; } = [.. models.Select(model => model.Name)];

    /// <summary>Makes a registry of the same models and one more.</summary>
    /// <exception cref="ArgumentException">There is one of its name.</exception>
    public ModelRegistry With(IAreaModel model) => Names.Contains(model.Name)
        ? throw new ArgumentException(
            $"'{model.Name}' is the name of another cell model; valid is any but {string.Join(", ", Names)}.")
        : new([.. models, model], services);

    /// <summary>The model of this name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public IAreaModel Get(string name) => models.FirstOrDefault(model => model.Name == name)
        ?? throw new ArgumentException(
            $"'{name}' is not a cell model; valid is one of {string.Join(", ", Names)}.", nameof(name));

    /// <summary>The model of a plan.</summary>
    public IAreaModel Of(NetworkPlan plan) => Get(plan.Cells);

    /// <summary>Binds a plan to its network.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="spare">Threads that its areas may use besides their own.</param>
    public INetwork Bind(NetworkPlan plan, SpareThreads spare) => Of(plan).Bind(plan, services(plan, spare));
}
