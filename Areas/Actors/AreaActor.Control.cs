using Akka.Actor;
using PalActors.Messages.Control;

namespace PalActors.Areas.Actors;

/// <content>Connecting, reporting, capturing: everything off the tick path.</content>
public sealed partial class AreaActor
{
    private void Resolve(Connect connect)
    {
        Ask(connect.Below, nameof(connect.Below));
        Ask(connect.Above, nameof(connect.Above));
        Ask(connect.Target, nameof(connect.Target));
        Ask(connect.Clock, nameof(connect.Clock));

        void Ask(string path, string role)
        {
            if (path.Length == 0)
                return;
            _unresolved++;
            Context.ActorSelection(path).Tell(new Hello(role), Self);
        }
    }

    private void Resolved(string role, IActorRef who)
    {
        switch (role)
        {
            case nameof(Connect.Below):
                _below = who;
                _toBelow?.ConnectTo(who);
                break;
            case nameof(Connect.Above):
                _above = who;
                _toAbove?.ConnectTo(who);
                break;
            case nameof(Connect.Target):
                _target = who;
                break;
            default:
                _clock = who;
                break;
        }

        if (--_unresolved == 0)
            _clock.Tell(new Connected(_setup.Generation, _core.Index), Self);
    }

    private void Report()
    {
        SendRecords();
        _clock.Tell(new TickReached(_setup.Generation, _core.Index, _core.Tick), Self);
    }

    private void CaptureDue()
    {
        for (int i = _captures.Count - 1; i >= 0; i--)
        {
            CaptureState capture = _captures[i];
            if (capture.Tick > _core.Tick)
                continue;
            _captures.RemoveAt(i);
            _clock.Tell(new StateCaptured(_setup.Generation, capture.Observe ? _core.Observe() : _core.Capture(), capture.Observe, _framesReceived), Self);
        }
    }
}
