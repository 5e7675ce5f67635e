using PalActors.Areas.Contract;

namespace PalActors.Areas.Actors;

/// <content>The tick itself: P1 to P6 and P9 of docs/protocol.md.</content>
public sealed partial class AreaActor
{
    private void Advance()
    {
        if (_turnComes)
            return;
        while (true)
        {
            long tick = _tick + 1;
            if (_emittedTick < tick)
            {
                if (tick > _horizon)
                {
                    Idle();
                    return;
                }

                if (tick > _due)
                {
                    // Paced run: more ticks fall due by themselves, so a frame may wait until its window is full.
                    _setup.Progress.Awaited = 0;
                    return;
                }

                Emit(tick);
            }

            if (!Integrate(tick))
            {
                Flush();
                _setup.Progress.Awaited = tick;
                return;
            }

            Completed(tick);
            if (!_takesTurns)
                continue;
            _turnComes = true;
            Self.Tell(NextTurn.Instance, Self);
            return;
        }
    }

    // The horizon is reached: nothing is awaited, and the clock hears of it.
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

    private void Flush()
    {
        foreach (LinkSender sender in _out)
            sender.Box.Flush();
    }

    // Loops stand apart from calls into the area: a method with a loop is compiled at once, without the profile by
    // which those calls become direct ones.
    private void Emit(long tick)
    {
        Open(tick);
        _at = new TickContext(tick, _cursor.Flags, _cursor.PresentationTick, _cursor.PhaseTick);
        _area.Emit(_at, new Emission(_departures, tick));
        Close();
        _emittedTick = tick;
    }

    private void Open(long tick)
    {
        foreach (LinkSender sender in _out)
            sender.Box.Open(tick);
    }

    private void Close()
    {
        foreach (LinkSender sender in _out)
            sender.Box.Close();
    }

    private bool Integrate(long tick)
    {
        if (!Choose(tick, _area.Lookahead))
            return false;
        _area.Integrate(_at, new Arrivals(_arrivals));
        Release(tick);
        _tick = tick;
        return true;
    }

    private bool Choose(long tick, int ahead)
    {
        bool isHere = true;
        foreach (LinkReceiver receiver in _in)
            isHere &= receiver.Choose(tick, ahead);
        return isHere;
    }

    private void Release(long tick)
    {
        foreach (LinkReceiver receiver in _in)
            receiver.Complete(tick);
    }

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
}
