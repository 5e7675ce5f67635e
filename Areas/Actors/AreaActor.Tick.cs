using System.Runtime.CompilerServices;
using PalActors.Areas.Contract;
using PalActors.Messages.Plan;

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
            if (tick > _horizon)
            {
                Idle(tick);
                return;
            }

            if (_emittedTick < tick)
            {
                if (tick > _due)
                {
                    // Paced run: more ticks fall due by themselves, so a frame may wait until its window is full.
                    _setup.Progress.Awaited = 0;
                    return;
                }

                if (!Present(tick))
                {
                    Await(tick);
                    return;
                }

                Emit(tick);
            }

            if (!Integrate(tick))
            {
                Await(tick);
                return;
            }

            if (!_settles)
                Completed(tick);
            if (!_takesTurns)
                continue;
            _turnComes = true;
            _self.Tell(NextTurn.Instance, _self);
            return;
        }
    }

    private void Await(long tick)
    {
        Flush();
        _setup.Progress.Awaited = tick;
    }

    private void Flush()
    {
        foreach (Outbox box in _boxes)
            box.Flush();
    }

    private void Emit(long tick)
    {
        foreach (Outbox box in _boxes)
            box.Open(tick);
        _at = At(tick);
        _area.Emit(_at, new Emission(_departures, tick));
        foreach (Outbox box in _boxes)
            box.Close();
        _emittedTick = tick;
    }

    // Completed moves the cursor on, except where it runs a tick behind.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TickContext At(long tick)
    {
        if (tick > _lastTick)
            return new TickContext(tick, TickFlags.None, 1, 1);
        if (_cursor.Tick < tick)
            _cursor.Advance();
        return new TickContext(tick, _cursor.Flags, _cursor.PresentationTick, _cursor.PhaseTick);
    }

    private bool Integrate(long tick)
    {
        int ahead = _area.Lookahead;
        foreach (LinkReceiver receiver in _waitsFor)
        {
            if (!receiver.Choose(tick, ahead))
                return false;
        }

        if (_unsettled)
            Settle();
        _area.Integrate(_at, new Arrivals(_arrivals));
        foreach (LinkReceiver receiver in _links)
            receiver.Complete(tick);
        _tick = tick;
        _unsettled = _settles;
        return true;
    }
}
