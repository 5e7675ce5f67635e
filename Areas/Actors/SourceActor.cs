using Akka.Actor;
using PalActors.Areas.Contract;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Actors;

/// <summary>
/// The stimulus (area 0, for area 1) or the target (for the top area): shows the presentations of the schedule, each as one frame that holds for all its ticks.
/// Bounded by credit: at most <see cref="Ahead"/> presentations are unused by the consumer, so as many buffers are enough.
/// </summary>
public sealed class SourceActor : UntypedActor
{
    /// <summary>Presentations sent ahead at most, the one in use included.</summary>
    public const int Ahead = 2;

    private readonly IPresentations _presentations;
    private readonly Schedule _schedule;
    private readonly int _generation;
    private readonly Endpoint _endpoint;
    private readonly RateFrame[] _sent = new RateFrame[Ahead];
    private readonly FrameKind _kind;
    private IActorRef _consumer = ActorRefs.Nobody;
    private IActorRef _host = ActorRefs.Nobody;
    private PeerDirectory? _peers;
    private long _usedThrough;
    private long _sentThrough;
    private long _count;
    private int _phase = -1;
    private int _presentation;
    private Endpoint _receiver = Endpoint.Of(0);

    /// <summary>Makes the source; it waits to be connected, then shows what comes after <paramref name="startTick"/>.</summary>
    /// <param name="run">Identity of the run.</param>
    /// <param name="network">Network of the run.</param>
    /// <param name="generation">Generation of the network's actors.</param>
    /// <param name="kind">Stimulus or target.</param>
    /// <param name="area">Its index: 0 for the stimulus, the top area's for the target.</param>
    /// <param name="presentations">What is shown.</param>
    /// <param name="schedule">When.</param>
    /// <param name="startTick">The last complete tick of the network.</param>
    public SourceActor(long run, int network, int generation, FrameKind kind, int area, IPresentations presentations, Schedule schedule, long startTick)
    {
        _presentations = presentations;
        _schedule = schedule;
        _generation = generation;
        _kind = kind;
        _endpoint = new Endpoint(kind == FrameKind.Target ? EndpointKind.Target : EndpointKind.Stimulus, area);
        _usedThrough = _sentThrough = startTick;
        for (int i = 0; i < Ahead; i++)
            _sent[i] = new RateFrame(kind, run, network, generation, area, presentations.Width, 1, 1);
    }

    /// <summary>Props of the actor.</summary>
    public static Props Create(long run, int network, int generation, FrameKind kind, int area, IPresentations presentations, Schedule schedule, long startTick) =>
        Props.Create(() => new SourceActor(run, network, generation, kind, area, presentations, schedule, startTick));

    /// <inheritdoc/>
    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case PresentationsUsed used when used.Generation == _generation:
                Use(used.ThroughTick);
                break;
            case FrameRequest request when request.Generation == _generation && request.Kind == _kind && request.Tick >= 1:
                // That this tick is wanted says that all before it are used: the credit itself may have been lost.
                Use(request.Tick - 1);
                foreach (RateFrame frame in _sent)
                {
                    if (frame.Holds(request.Tick))
                        _consumer.Tell(frame.Copy(), Self);
                }

                break;
            case Connect or FramesStalled when !Sender.IsHere():
                // Commands come from the local host only.
                break;
            case Connect { Peers.Length: 1 } connect when PeerDirectory.IsSound(connect):
                _receiver = connect.Peers[0].Endpoint;
                _peers = new PeerDirectory(connect);
                _peers.Greet(Context);
                break;
            case FramesStalled:
                _peers?.Greet(Context);
                break;
            case Hello hello:
                Sender.Tell(new HelloBack(hello.Role), Self);
                break;
            case HelloBack hello:
                Greeted(hello);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void Greeted(HelloBack answer)
    {
        if (_peers is null || !_peers.Accept(answer, Sender, Context.System))
            return;
        _consumer = _peers.Of(_receiver);
        _host = _peers.Host;
        _host.Tell(new Connected(_generation, _endpoint), Self);
        Send();
    }

    private void Use(long throughTick)
    {
        // Nobody can have used what was not sent; a message that says so must not free a buffer that is in use.
        if (throughTick <= _usedThrough || throughTick > _sentThrough)
            return;
        _usedThrough = throughTick;
        Send();
    }

    // A buffer is free when the last tick of its presentation has been used.
    private void Send()
    {
        while (_sentThrough < _schedule.Phases[^1].LastTick)
        {
            RateFrame frame = _sent[_count % Ahead];
            if (frame.TickCount > 0 && frame.FirstTick + frame.TickCount - 1 > _usedThrough)
                return;
            Locate();
            Phase phase = _schedule.Phases[_phase];
            frame.FirstTick = phase.FirstTick + (long)_presentation * phase.PresentationTicks;
            frame.TickCount = phase.PresentationTicks;
            _presentations.Fill(_phase, _presentation, frame.Values.AsSpan(0, frame.Width));
            _sentThrough = frame.FirstTick + frame.TickCount - 1;
            _count++;
            _consumer.Tell(frame, Self);
        }
    }

    // The presentation after the last one sent; after a restart, the one that holds the next tick.
    private void Locate()
    {
        if (_phase >= 0 && ++_presentation < _schedule.Phases[_phase].Presentations)
            return;
        _phase = _phase >= 0 ? _phase + 1 : _schedule.IndexOf(_sentThrough + 1);
        Phase phase = _schedule.Phases[_phase];
        _presentation = (int)((_sentThrough + 1 - phase.FirstTick) / phase.PresentationTicks);
    }
}
