using PalActors.Clustering.Reports;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Clock;

/// <content>Grants horizons as areas report progress.</content>
public sealed partial class NetworkClock
{
    private long _min = -1;
    private bool _running;
    private bool _capturing;

    private void Begin()
    {
        _running = true;
        foreach (long tick in _setup.ObserveTicks.Where(tick => tick > _setup.StartTick))
            Broadcast(new CaptureState(_setup.Generation, tick, CapturePurpose.Observe));
        _setup.Observer.Started(_plan.Network);
        Continue();
    }

    private void Reached(TickReached reached)
    {
        int place = _graph.PlaceOf(reached.Area);
        _reached[place] = Math.Max(_reached[place], reached.Tick);
        _figures[place] = reached.Figures;
        long min = Math.Min(_reached.Min(), (_divergence?.Tick ?? long.MaxValue) - 1);
        if (min > _min)
        {
            _min = min;
            _setup.Observer.Progressed(_plan.Network, min);
            _setup.Observer.Measured(_plan.Network, Figures());
        }

        Continue();
    }

    private NetworkFigures Figures() =>
        NetworkFigures.Of(_figures, [.. _graph.WithCells.Select(area => _setup.NodeOfArea[area])]);

    private void Continue()
    {
        if (!_running || _capturing)
            return;
        if (!_stopping && _divergence is null && _horizons.Next(_reached.Min(), _time.Elapsed) is { } horizon)
        {
            // The tick lies beyond every horizon granted so far: no area can have passed it.
            TakeSnapshot(horizon);
            if (_setup.IsWatched?.Invoke(_plan.Network) == true)
                Broadcast(new CaptureState(_setup.Generation, horizon, CapturePurpose.Watch));
            Broadcast(new Horizon(_setup.Generation, horizon, _horizons.ReportTick));
        }

        bool over = _stopping || _divergence is not null || _horizons.Granted == _plan.Schedule.EndTick;
        // A snapshot and the final states of a large network may not fit into memory together.
        DropPending();
        if (!over || _pending is not null || !_reached.All(tick => tick == _horizons.Granted))
            return;
        _capturing = true;
        if (_divergence is null)
            Broadcast(new CaptureState(_setup.Generation, _horizons.Granted, CapturePurpose.Final));
        else
            Finish();
    }
}
