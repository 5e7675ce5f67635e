using System.Runtime.CompilerServices;
using PalActors.Areas.Contract;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Actors;

/// <content>P12 and P14 of docs/protocol.md: settling, and presentations before Emit.</content>
public sealed partial class AreaActor
{
    private readonly LinkReceiver[] _presented;
    private readonly LinkReceiver[] _settlers;
    private readonly bool _presentsFirst;
    private readonly bool _settles;
    private readonly bool _settlesOthers;

    // The cursor of the tick that is completed: another one where that is a tick behind the one emitted.
    private readonly ScheduleCursor _completed;
    private bool _unsettled;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Present(long tick)
    {
        if (!_presentsFirst)
            return true;
        if (!Choose(_presented, tick))
            return false;
        _area.Present(At(tick), new Arrivals(_arrivals));
        return true;
    }

    private void Settle()
    {
        _area.Settle(new Arrivals(_arrivals));
        _unsettled = false;
        Completed(_tick);
    }

    private bool SettleAhead(long next)
    {
        if (!Choose(_settlers, next))
            return false;
        Settle();
        return true;
    }

    private static bool Choose(LinkReceiver[] receivers, long tick)
    {
        foreach (LinkReceiver receiver in receivers)
        {
            if (!receiver.Choose(tick, ahead: 0))
                return false;
        }

        return true;
    }
}
