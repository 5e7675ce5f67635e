using System.Runtime.ExceptionServices;
using Akka.Actor;
using PalActors.Messages.Frames;

namespace PalActors.Areas.Actors;

/// <content>Takes frames from areas of the same lane, and turns (<see cref="LaneTurns"/>).</content>
public sealed partial class AreaActor
{
    // Not Self, which is the actor whose message is handled: an area may advance in the turn of another.
    private readonly IActorRef _self;
    private readonly LaneTurns? _turns;
    private bool _isDue;
    private bool _isStopped;

    /// <inheritdoc/>
    protected override void PostStop()
    {
        _isStopped = true;
        _turns?.Leave(_self);
    }

    /// <summary>Takes a frame of a link that an area of the same lane sends over.</summary>
    internal void TakeOver(EmissionFrame frame, LinkReceiver link)
    {
        if (_isStopped)
            return;
        Store(frame, link);
        if (_isDue)
            return;
        _isDue = true;
        _turns!.Add(this);
    }

    /// <summary>Advances in the turn of another actor, but fails on its own.</summary>
    internal void TakeTurn()
    {
        _isDue = false;
        if (_isStopped)
            return;
        try
        {
            Advance();
        }
        catch (Exception error)
        {
            _isStopped = true;
            _self.Tell(new TurnFailed(ExceptionDispatchInfo.Capture(error)), _self);
        }
    }

    // Frames that are to be serialized must be messages, and free-running areas handle one message each in turn.
    private LaneTurns? EnterLane()
    {
        if (_lane is null || _setup.IsFree || Context.System.Settings.SerializeAllMessages)
            return null;
        _lane.Turns.Enter(_self, this);
        return _lane.Turns;
    }

    private HandOver? HandOverTo(LinkSender sender, IActorRef receiver)
    {
        if (_turns?.Find(receiver) is not { } area)
            return null;
        // Frames of a link differ in their ticks only, so what one of them is need not be checked for each.
        LinkReceiver? end = Array.Find(area._in, link => link.Takes(sender.Box.Any));
        return end is null ? null : new HandOver(area, end);
    }

    private void PassTurns()
    {
        if (_turns is not null && !_turns.Run())
            _self.Tell(NextTurn.Instance, _self);
    }

    private sealed record TurnFailed(ExceptionDispatchInfo Error) : INoSerializationVerificationNeeded;
}
