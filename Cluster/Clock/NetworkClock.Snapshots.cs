using Akka.Actor;
using PalActors.Clustering.Recovery;
using PalActors.Clustering.Snapshots;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Clock;

/// <content>
/// Takes snapshots, one at a time. All areas capture the same tick, the end of a horizon that is not yet granted. A
/// snapshot counts when every area's state and every value measured up to that tick are on the disk.
/// </content>
public sealed partial class NetworkClock
{
    private readonly SnapshotTimer? _snapshots;
    private PendingSnapshot? _pending;
    private bool _lastIsKept;

    private void TakeSnapshot(long tick)
    {
        if (_snapshots is null || _pending is not null || !_snapshots.IsDue(tick, _time.Elapsed))
            return;
        _snapshots.Taken(tick, _time.Elapsed);
        _pending = new PendingSnapshot(tick, _graph);
        Broadcast(new CaptureState(_setup.Generation, tick, CapturePurpose.Snapshot));
    }

    private void TryKeep()
    {
        DropPending();
        if (_pending is not { IsBeingKept: false, IsWhole: true } || !Measured(_pending.Tick))
            return;
        Keep(_pending);
    }

    // Keeps a snapshot of a network that was stopped. Returns true if it must be waited for.
    private bool KeepLast(long tick)
    {
        if (_setup.Keeper?.Interval is null || _lastIsKept || tick == _setup.StartTick)
            return false;
        _lastIsKept = true;
        _pending = new PendingSnapshot(tick, _graph);
        foreach (AreaSnapshot? snapshot in _states)
            _pending.Add(snapshot!);
        Keep(_pending);
        return true;
    }

    private void Keep(PendingSnapshot pending)
    {
        pending.IsBeingKept = true;
        // Call the observer here, in order with its other calls; only the disk is waited for elsewhere.
        Task<MetricsSeal> durable = _setup.Observer.DurableAsync(_plan.Network, pending.Tick);
        Task kept = pending.States is { } states
            ? _setup.Keeper!.KeepAsync(_setup.Generation, pending.Tick, states, durable)
            : _setup.Keeper!.KeepAsync(_setup.Generation, pending.Tick, pending.Written, durable);
        IActorRef self = Self;
        kept.ContinueWith(
            task => self.Tell(new Kept(pending.Tick, task.Exception?.GetBaseException().Message)),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    private void SnapshotKept(Kept kept)
    {
        if (_pending?.Tick != kept.Tick)
            return;
        _pending = null;
        if (kept.Problem is null)
            _setup.Observer.SnapshotKept(_plan.Network, kept.Tick);
        else
            _setup.Observer.SnapshotFailed(_plan.Network, kept.Tick, kept.Problem);
        Continue();
        Finish();
    }

    private sealed record Kept(long Tick, string? Problem) : INoSerializationVerificationNeeded;
}
