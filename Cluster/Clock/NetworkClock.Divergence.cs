using PalActors.Messages.Control;

namespace PalActors.Clustering.Clock;

/// <content>
/// Ends a network that diverges. An area reports divergence before it reports the tick, so when all areas have reported
/// the granted horizon, all divergences up to it are known: the earliest tick and then the lowest area count, whatever
/// the order of the reports. No horizon is granted any more, and measures of that tick and later ones do not count.
/// </content>
public sealed partial class NetworkClock
{
    private Divergence? _divergence;

    private void Diverged(Divergence divergence)
    {
        bool isDue = divergence.Tick > _setup.StartTick && divergence.Tick <= _horizons.Granted
            && _plan.Schedule.NextBoundary(divergence.Tick - 1) == divergence.Tick;
        if (!isDue || !IsArea(divergence.Area))
            return;
        if (divergence.IsBefore(_divergence))
            _divergence = divergence;
        Continue();
    }

    private void Unusable(SnapshotUnusable unusable)
    {
        DropPending();
        if (_pending is not { IsBeingKept: false } || _pending.Tick != unusable.Tick)
            return;
        _pending = null;
        string problem = $"{unusable.Quantity} of area {_plan.Graph.Name(unusable.Area)} is {unusable.Value}";
        _setup.Observer.SnapshotFailed(_plan.Network, unusable.Tick, problem);
        Continue();
        Finish();
    }

    // A snapshot of the tick or after it is of no use, even if all in it is finite again.
    private void DropPending()
    {
        if (_pending is { IsBeingKept: false } && _pending.Tick >= _divergence?.Tick)
            _pending = null;
    }
}
