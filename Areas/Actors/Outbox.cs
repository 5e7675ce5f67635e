using System.Runtime.CompilerServices;
using Akka.Actor;
using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Links;
using PalActors.Messages.Frames;

namespace PalActors.Areas.Actors;

/// <summary>Sending end of a link: a ring of emissions, and reused frames over it.</summary>
/// <remarks>
/// The ring is also the link's delay line, and holds what a neighbour may still ask for. The slot of a tick is reused
/// only after the neighbour's own frames have proved that it is needed no more: the ring holds window and reach
/// (<see cref="LinkTiming"/>; P4 and P5 of docs/protocol.md).
/// </remarks>
public sealed partial class Outbox : Departure
{
    private readonly EmissionFrame[] _frames;
    private readonly int _delay;
    private readonly int _window;
    private readonly FrameSender _sender;
    private long _last;
    private int _used;

    /// <summary>Makes an empty outbox.</summary>
    /// <param name="make">Makes a frame over the given ring.</param>
    /// <param name="tickStride">Doubles per tick.</param>
    /// <param name="delay">
    /// Ticks after which the neighbour uses an emission at the latest, <see cref="LinkTiming.Line"/>.
    /// </param>
    /// <param name="reach"><see cref="LinkTiming.Reach"/>.</param>
    /// <param name="window">Ticks per frame at most.</param>
    /// <param name="owner">The sender.</param>
    /// <param name="pieceSize">
    /// Bytes of values in a message at most, larger frames being cut; 0 to send every frame whole.
    /// </param>
    public Outbox(
        Func<double[], EmissionFrame> make, int tickStride, int delay, int reach, int window, IActorRef owner,
        int pieceSize = 0)
    {
        _delay = delay;
        int ticks = EmissionFrame.RoundUpToPowerOfTwo(reach + window - 1);
        double[] ring = new double[checked(ticks * tickStride)];
        _frames = new EmissionFrame[ticks];
        for (int i = 0; i < ticks; i++)
            _frames[i] = make(ring);
        FrameCut cut = new(_frames[0].Width, _frames[0].Parts, pieceSize);
        _sender = new FrameSender(owner, cut);
        // A piece is of one tick.
        _window = cut.Count > 1 ? 1 : window;
    }

    /// <summary>Sets the receiver.</summary>
    public void ConnectTo(IActorRef receiver) => _sender.ConnectTo(receiver);

    /// <summary>Sets the receiver, and the way to it if it shares the sender's lane.</summary>
    internal void ConnectTo(IActorRef receiver, HandOver? direct) => _sender.ConnectTo(receiver, direct);

    /// <summary>One of the frames, which differ in their ticks only.</summary>
    internal EmissionFrame Any => _frames[0];

    /// <summary>Opens the frame that <paramref name="tick"/> is written into.</summary>
    /// <remarks>When it is written, call <see cref="Close"/>.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public EmissionFrame Open(long tick)
    {
        _last = tick;
        if (OpenFrame is null)
        {
            // Emitting this tick proves that the neighbour has used the oldest frame, which may be reused only now.
            _used = (_used + 1) & (_frames.Length - 1);
            OpenFrame = _frames[_used];
            OpenFrame.FirstTick = tick;
            OpenFrame.TickCount = 0;
        }

        OpenFrame.TickCount++;
        return OpenFrame;
    }

    /// <summary>Ends the writing of a tick: sends the frame if its window is full.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Close()
    {
        if (OpenFrame!.TickCount >= _window)
            Flush();
    }

    /// <summary>Sends the open frame, if there is one: the area cannot go on.</summary>
    public void Flush()
    {
        if (OpenFrame is null)
            return;
        EmissionFrame frame = OpenFrame;
        OpenFrame = null;
        _sender.Send(frame);
    }
}
