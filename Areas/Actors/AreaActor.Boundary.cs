using System.Runtime.CompilerServices;

namespace PalActors.Areas.Actors;

/// <content>Does what is due after a tick or at the horizon, and asks for missing frames.</content>
public sealed partial class AreaActor
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Completed(long tick)
    {
        if (tick == _nextMeasure)
            Measure(tick);
        if (_completed.EndsPresentation)
            EndPresentation(tick);
        if (tick == _nextRecord)
            Record();
        if (_captures.Count > 0)
            CaptureDue();
        if (tick == _reportTick)
            Report();
        if (tick < _lastTick)
            _completed.Advance();
    }

    private void EndPresentation(long tick)
    {
        foreach (LinkReceiver receiver in _in)
            receiver.EndPresentation(tick, _self);
        if (tick == _completed.Phase.LastTick && _completed.Phase.CompareUpdates)
            Compare();
    }

    private void RequestMissing()
    {
        long tick = _tick + 1;
        if (_setup.Progress.Awaited < tick)
            return;
        LinkReceiver[] awaited = tick > _horizon ? _settlers : _emittedTick < tick ? _presented : _in;
        foreach (LinkReceiver receiver in awaited)
            receiver.RequestFor(_setup.Generation, tick, _area.Lookahead, _self);
    }

    // The horizon is reached: no frame is awaited unless one settles the last tick, and the clock gets a report.
    private void Idle(long next)
    {
        if (_settlesOthers && _emittedTick < next && _connected)
            Emit(next);
        Flush();
        if (_unsettled && !SettleAhead(next))
        {
            _setup.Progress.Awaited = next;
            return;
        }

        _setup.Progress.Awaited = 0;
        if (_tick == _horizon && _reportTick != _horizon && _horizon > 0)
        {
            _reportTick = _horizon;
            Report();
        }
    }
}
