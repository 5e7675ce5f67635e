using PalActors.Areas.Contract;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Actors;

/// <content>
/// Measures at ticks of the schedule: P10 of docs/protocol.md. A state that is not finite is reported before its tick.
/// </content>
public sealed partial class AreaActor
{
    private MeasureQueue _measures = null!;
    private long _nextMeasure;
    private bool _diverged;

    private void PrepareMeasures()
    {
        _measures = new MeasureQueue(_area, _setup.Generation);
        _nextMeasure = _schedule.NextMeasure(_tick);
    }

    private void Measure(long tick)
    {
        Phase phase = _completed.Phase;
        MeasureContext when = new(
            _setup.Network,
            tick,
            phase,
            IsRecord: _schedule.RecordEvery > 0 && tick % _schedule.RecordEvery == 0,
            IsBoundary: _schedule.NextBoundary(tick - 1) == tick);
        _nextMeasure = _schedule.NextMeasure(tick);
        if (when.IsBoundary && !_diverged && _area.FirstNonFinite() is { } found)
        {
            _diverged = true;
            Divergence divergence = new(tick, phase.Epoch, _area.Index, found.Quantity, found.Value);
            Host.Tell(new AreaDiverged(_setup.Generation, divergence), _self);
        }

        _measures.Add(tick, _area.Measure(when));
        if (when.IsAlignment)
        {
            foreach (int neighbour in _area.Ports.SamplesTo)
            {
                StateBlock[] blocks = _area.SampleFor(neighbour);
                Host.Tell(new AreaSample(_setup.Generation, _area.Index, neighbour, tick, blocks), _self);
            }
        }

        SendMeasures();
    }

    private void SendMeasures()
    {
        foreach (AreaMeasures measures in _measures.Take())
            Host.Tell(measures, _self);
    }
}
