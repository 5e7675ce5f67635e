using PalActors.Clustering.Nodes;
using PalActors.Clustering.Reports;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Clock;

/// <content>Collects states, and ends the network when all states and measures are here.</content>
public sealed partial class NetworkClock
{
    private long _observed;

    private void Captured(StateCaptured captured)
    {
        switch (captured.Purpose)
        {
            case CapturePurpose.Observe:
                _observed++;
                _setup.Observed?.Invoke(captured.State);
                _setup.Observer.Observed(_plan.Network, captured.State);
                break;
            case CapturePurpose.Watch:
                _setup.Observer.Watched(_plan.Network, captured.State);
                return;
            case CapturePurpose.Snapshot:
                _pending?.Add(captured.Snapshot);
                TryKeep();
                break;
            default:
                _states[_graph.PlaceOf(captured.State.Area)] = captured.Snapshot;
                _figures[_graph.PlaceOf(captured.State.Area)] = captured.Figures;
                break;
        }

        Finish();
    }

    // The last measures may still be on their way when the last state is here.
    private void Finish()
    {
        if (!_capturing)
            return;
        DropPending();
        bool hasStates = _divergence is not null || !_states.Contains(null);
        if (_pending is not null || !hasStates || !Measured(_horizons.Granted) || !Compared(_horizons.Granted))
            return;
        bool completed = _divergence is null && _horizons.Granted == _plan.Schedule.EndTick;
        // The stop may come between a value that is not finite and the boundary that reports it: then the state has no
        // digest, and no run goes on from it.
        bool isFinite = _divergence is null
            && (completed || _states.All(snapshot => snapshot!.FirstNonFinite() is null));
        if (isFinite && !completed && KeepLast(_horizons.Granted))
            return;
        Release();
        AreaState[] states = isFinite ? [.. _states.Select(snapshot => snapshot!.State)] : [];
        NetworkFigures figures = Figures();
        NetworkOutcome outcome = new(_plan, _divergence?.Tick ?? _horizons.Granted, completed, states, figures)
        {
            Divergence = _divergence,
            Decisions = Array.Find(_states, snapshot => snapshot?.Decisions is not null)?.Decisions,
        };
        _setup.Observer.Finished(outcome);
        _setup.Result.TrySetResult(outcome);
        Context.Stop(Self);
    }

    // Accept only the next tick of measures of an area; repeated or false ones are ignored.
    private bool Closes(AreaMeasures measures)
    {
        ref long closed = ref _measured[_graph.PlaceOf(measures.Area)];
        if (closed >= _plan.Schedule.EndTick || measures.Tick != _plan.Schedule.NextMeasure(closed))
            return false;
        closed = measures.Tick;
        return true;
    }

    // Checks whether all areas have closed their measures up to a tick.
    private bool Measured(long tick)
    {
        long last = _plan.Schedule.LastMeasure(tick);
        return _measured.All(closed => closed >= last);
    }

    // Checks whether all states to be compared or observed, after the start and up to this tick, are here.
    private bool Compared(long tick) => _observed >= ComparisonsUpTo(tick) - ComparisonsUpTo(_setup.StartTick);

    private long ComparisonsUpTo(long tick) =>
        ((long)_plan.Schedule.ComparisonsUpTo(tick) + _setup.ObserveTicks.Count(t => t <= tick))
        * _graph.WithCells.Count;

    private void Fail(string where)
    {
        Release();
        _setup.Result.TrySetException(
            new RunFailedException($"Network {_plan.Network} (seed {_plan.Seed}) failed in {where}"));
        Context.Stop(Self);
    }

    private void Release()
    {
        _released = true;
        foreach (NodeRef seat in _setup.Seats)
            seat.Node.Tell(new ReleaseAreas(_plan.Network, _setup.Generation), Self);
    }
}
