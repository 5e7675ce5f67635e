using PalActors.Areas.Contract;

namespace PalActors.Areas.Actors;

/// <content>Computes ticks: P1 to P6 and P9 of docs/protocol.md.</content>
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

    private void Flush()
    {
        foreach (LinkSender sender in _out)
            sender.Box.Flush();
    }

    // Methods with loops make no calls into the area: a method with a loop is compiled at once, without the profile
    // that makes those calls direct.
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
        foreach (LinkReceiver receiver in _waitsFor)
        {
            if (!receiver.Choose(tick, ahead))
                return false;
        }

        return true;
    }

    private void Release(long tick)
    {
        foreach (LinkReceiver receiver in _links)
            receiver.Complete(tick);
    }
}
