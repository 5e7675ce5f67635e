using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Areas.Models.Microcircuit.Traces;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit;

/// <summary>Microcircuit whose only network is that of a golden trace.</summary>
/// <param name="trace">The trace.</param>
public sealed class TracedModel(GoldenTrace trace) : MicrocircuitModel
{
    /// <summary>Registry of this model alone.</summary>
    public ModelRegistry Registry => new([this], (plan, spare) => new Toolkit.NetworkServices(plan, spare));

    /// <inheritdoc/>
    public override INetwork Bind(NetworkPlan plan, INetworkServices services) =>
        new MicrocircuitNetwork(new TracedNetwork(trace));
}
