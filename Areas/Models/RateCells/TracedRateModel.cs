using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.RateCells.Networks;
using PalActors.Areas.Models.RateCells.Traces;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.RateCells;

/// <summary>Rate cells whose only network is that of a golden trace.</summary>
/// <param name="trace">The trace.</param>
internal sealed class TracedRateModel(RateTrace trace) : RateModel
{
    /// <summary>Registry of this model alone.</summary>
    public ModelRegistry Registry => new([this], (plan, spare) => new Toolkit.NetworkServices(plan, spare));

    /// <inheritdoc/>
    public override INetwork Bind(NetworkPlan plan, INetworkServices services) => RateNetworks.Create(
        trace.Parameters, services, new TracedSource(trace),
        source => new TracedPresentations(source.Kind == EndpointKind.Target ? trace.Targets : trace.Inputs));
}
