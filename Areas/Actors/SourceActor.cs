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
    private readonly EmissionFrame[] _sent = new EmissionFrame[Ahead];
    private readonly FrameKind _kind;
    private readonly FrameSender _consumer;
    private readonly Endpoint _receiver;
    private readonly Handshake _handshake;

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
        _usedThrough = _sentThrough = startTick;
        for (int i = 0; i < Ahead; i++)
        {
            _sent[i] = new EmissionFrame(
                _kind, run, network, generation, endpoint.Area, presentations.Width, 1, 1);
        }

        _consumer = new FrameSender(Self, new FrameCut(presentations.Width, 1, pieceSize));
        _receiver = Endpoint.Of(endpoint.Receiver ?? endpoint.Area);
        _handshake = new Handshake(Context, generation, endpoint, Begin);
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
            default:
                if (!_handshake.Takes(message))
                    Unhandled(message);
                break;
        }
    }

    private void Begin()
    {
        _consumer.ConnectTo(_handshake.Of(_receiver));
        Send();
    }
}
