using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Actors;

/// <content>
/// Coarse boundaries, a schedule like everything else: the area checks that its state is finite and that its rates are
/// not all at a bound. It tells the clock before it reports the tick, and goes on, since its neighbours wait for it.
/// </content>
public sealed partial class AreaActor
{
    private bool _diverged;
    private long _nextBoundary;

    private void PassBoundary(long tick)
    {
        _nextBoundary = _setup.Builder.Schedule.NextBoundary(tick);
        if (_diverged)
            return;
        Phase phase = _cursor.Phase;
        if (_core.FirstNonFinite() is { } found)
        {
            _diverged = true;
            Divergence divergence = new(tick, phase.Epoch, _core.Index, found.Quantity, found.Value);
            _host.Tell(new AreaDiverged(_setup.Generation, divergence), Self);
        }
        else if (_core.IsSaturated)
        {
            _host.Tell(new Metric(_setup.Network, tick, phase.Epoch, _core.Index, MetricNames.Saturated, 1), Self);
        }
    }
}
