using PalActors.Areas.Contract.Models;
using PalActors.Areas.Contract.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.TestKit;

/// <summary>A cell model of <see cref="EchoArea"/>.</summary>
/// <param name="delay">Delay of every link between areas, ticks.</param>
public sealed class EchoModel(int delay) : IAreaModel
{
    public string Name => "echo";

    public string Summary => "a toy";

    public IReadOnlyList<string> LearningModels => ["echo"];

    public ParameterTable Parameters { get; } = new([]);

    public IReadOnlyList<ObservableDescriptor> Observables => [];

    public IReadOnlyList<MetricDescriptor> Metrics => [];

    public void Check(NetworkPlan plan)
    {
    }

    public IReadOnlyList<AreaFootprint> Footprints(NetworkPlan plan) =>
        [.. Enumerable.Range(1, plan.Top).Select(a => new AreaFootprint(a, 1, 0, 8, 8, 1, 1, 1))];

    public INetwork Bind(NetworkPlan plan, INetworkServices services) => new EchoNetwork(plan, delay);
}
