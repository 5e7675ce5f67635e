namespace PalActors.Areas.Actors;

/// <content>Does what is due after a tick or at the horizon, and asks for missing frames.</content>
public sealed partial class AreaActor
{
    private void Completed(long tick)
    {
        if (tick == _nextMeasure)
            Measure(tick);
        if (_cursor.EndsPresentation)
            EndPresentation(tick);
        if (tick == _nextRecord)
            Record();
        if (_captures.Count > 0)
            CaptureDue();
        if (tick == _reportTick)
            Report();
        if (tick < _lastTick)
            _cursor.Advance();
    }

    private void EndPresentation(long tick)
    {
        foreach (LinkReceiver receiver in _in)
            receiver.EndPresentation(tick, Self);
        if (tick == _cursor.Phase.LastTick && _cursor.Phase.CompareUpdates)
            Compare();
    }

    private void RequestMissing()
    {
        long tick = _tick + 1;
        if (_emittedTick < tick)
            return;
        foreach (LinkReceiver receiver in _in)
            receiver.RequestFor(_setup.Generation, tick, _area.Lookahead, Self);
    }

    // The horizon is reached: no frame is awaited, and the clock gets a report.
    private void Idle()
    {
        Flush();
        _setup.Progress.Awaited = 0;
        if (_tick == _horizon && _reportTick != _horizon && _horizon > 0)
        {
            _reportTick = _horizon;
            Report();
        }
    }
}
