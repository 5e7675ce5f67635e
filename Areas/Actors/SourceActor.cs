using Akka.Actor;
using PalActors.Areas.Contract;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Actors;

/// <summary>Actor of a stimulus or target: sends the presentations of the schedule to one area.</summary>
/// <remarks>
/// Each presentation is one frame for all its ticks. By credit at most <see cref="Ahead"/> are not yet used by the
/// consumer, so as many buffers are enough.
/// </remarks>
public sealed partial class SourceActor : UntypedActor
{
    /// <summary>Presentations sent ahead at most, the one in use included.</summary>
    public const int Ahead = 2;

    private readonly IPresentations _presentations;
    private readonly Schedule _schedule;
    private readonly int _generation;
    private readonly Endpoint _endpoint;
    private readonly EmissionFrame[] _sent = new EmissionFrame[Ahead];
    private readonly FrameKind _kind;
    private readonly FrameSender _consumer;
    private IActorRef _host = ActorRefs.Nobody;
    private PeerDirectory? _peers;
    private Endpoint _receiver = Endpoint.Of(0);

    /// <summary>Makes the source, which waits to be connected.</summary>
    /// <param name="run">Identity of the run.</param>
    /// <param name="network">Network of the run.</param>
    /// <param name="generation">Generation of the network's actors.</param>
    /// <param name="endpoint">Its name: a stimulus or a target.</param>
    /// <param name="presentations">The presentations.</param>
    /// <param name="schedule">Schedule of the presentations.</param>
    /// <param name="startTick">The last complete tick of the network; it shows what comes after it.</param>
    /// <param name="pieceSize">
    /// Bytes of values in a message at most, larger frames being cut; 0 to send every frame whole.
    /// </param>
    public SourceActor(
        long run, int network, int generation, Endpoint endpoint, IPresentations presentations,
        Schedule schedule, long startTick, int pieceSize)
    {
        _presentations = presentations;
        _schedule = schedule;
        _generation = generation;
        _kind = endpoint.Kind == EndpointKind.Target ? FrameKind.Target : FrameKind.Stimulus;
        _endpoint = endpoint;
        _usedThrough = _sentThrough = startTick;
        for (int i = 0; i < Ahead; i++)
        {
            _sent[i] = new EmissionFrame(
                _kind, run, network, generation, endpoint.Area, presentations.Width, 1, 1);
        }

        _consumer = new FrameSender(Self, new FrameCut(presentations.Width, 1, pieceSize));
    }

    /// <summary>Props of the actor.</summary>
    public static Props Create(
        long run, int network, int generation, Endpoint endpoint, IPresentations presentations,
        Schedule schedule, long startTick, int pieceSize = 0) =>
        Props.Create(() => new SourceActor(
            run, network, generation, endpoint, presentations, schedule, startTick, pieceSize));

    /// <inheritdoc/>
    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case PresentationsUsed used when used.Generation == _generation:
                Use(used.ThroughTick);
                break;
            case FrameRequest request
                when request.Generation == _generation && request.Kind == _kind && request.Tick >= 1:
                // A request for this tick proves that all before it are used: the credit itself may have been lost.
                Use(request.Tick - 1);
                foreach (EmissionFrame frame in _sent)
                {
                    if (frame.Holds(request.Tick))
                        _consumer.SendCopy(frame);
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
        _consumer.ConnectTo(_peers.Of(_receiver));
        _host = _peers.Host;
        _host.Tell(new Connected(_generation, _endpoint), Self);
        Send();
    }
}
