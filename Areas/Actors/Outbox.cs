using Akka.Actor;
using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Links;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;

namespace PalActors.Areas.Actors;

/// <summary>
/// What an area sends over one link: a ring of ticks, which is also the link's delay line and what a neighbour may still ask for, and reused frames over it.
/// A tick's slot is used again only when the neighbour has proved, by its own frames, that it needs it no more: the ring holds window and reach (<see cref="LinkTiming"/>).
/// </summary>
public sealed class Outbox : Departure
{
    private readonly RateFrame[] _frames;
    private readonly int _delay;
    private readonly int _window;
    private readonly IActorRef _owner;
    private IActorRef _receiver = ActorRefs.Nobody;
    private long _last;
    private int _used;

    /// <summary>An empty outbox.</summary>
    /// <param name="make">Makes a frame over the given ring.</param>
    /// <param name="tickStride">Doubles per tick.</param>
    /// <param name="delay">Ticks until the neighbour uses what is sent at the latest, <see cref="LinkTiming.Line"/>.</param>
    /// <param name="reach"><see cref="LinkTiming.Reach"/>.</param>
    /// <param name="window">Ticks per frame at most.</param>
    /// <param name="owner">The sender.</param>
    public Outbox(Func<double[], RateFrame> make, int tickStride, int delay, int reach, int window, IActorRef owner)
    {
        _delay = delay;
        _window = window;
        _owner = owner;
        int ticks = RateFrame.RoundUpToPowerOfTwo(reach + window - 1);
        double[] ring = new double[checked(ticks * tickStride)];
        _frames = new RateFrame[ticks];
        for (int i = 0; i < ticks; i++)
            _frames[i] = make(ring);
    }

    /// <summary>Sets who receives.</summary>
    public void ConnectTo(IActorRef receiver) => _receiver = receiver;

    /// <summary>The frame that <paramref name="tick"/> is to be written into; then call <see cref="Close"/>.</summary>
    public RateFrame Open(long tick)
    {
        _last = tick;
        if (OpenFrame is null)
        {
            // Only now may the oldest frame be touched: that this tick is emitted proves that the neighbour has used it.
            _used = (_used + 1) & (_frames.Length - 1);
            OpenFrame = _frames[_used];
            OpenFrame.FirstTick = tick;
            OpenFrame.TickCount = 0;
        }

        OpenFrame.TickCount++;
        return OpenFrame;
    }

    /// <summary>The tick is written: sends the frame if its window is full.</summary>
    public void Close()
    {
        if (OpenFrame!.TickCount >= _window)
            Flush();
    }

    /// <summary>Sends what is there: the area can step no further.</summary>
    public void Flush()
    {
        if (OpenFrame is null)
            return;
        RateFrame frame = OpenFrame;
        OpenFrame = null;
        _receiver.Tell(frame, _owner);
    }

    /// <summary>The last <c>delay</c> ticks up to <paramref name="tick"/>, the last one emitted, as a block of one row per tick; null without a delay.</summary>
    public StateBlock? Line(string name, long tick)
    {
        int ticks = (int)Math.Min(_delay, tick);
        if (ticks == 0)
            return null;
        RateFrame frame = _frames[0];
        int width = frame.Parts * frame.Width;
        double[] values = new double[ticks * width];
        for (int k = 0; k < ticks; k++)
        {
            for (int part = 0; part < frame.Parts; part++)
                frame.Part(tick - ticks + 1 + k, part)[..frame.Width].CopyTo(values.AsSpan((k * width) + (part * frame.Width)));
        }

        return new StateBlock(name, ticks, width, values);
    }

    /// <summary>Fills the ring with what <see cref="Line"/> gave; nothing is sent until <see cref="Resend"/>.</summary>
    /// <exception cref="ArgumentException">The line has another width or length than this outbox.</exception>
    public void Restore(StateBlock line, long tick)
    {
        int width = _frames[0].Parts * _frames[0].Width;
        if (line.Columns != width || line.Rows != Math.Min(_delay, tick))
            throw new ArgumentException($"The delay line '{line.Name}' is {line.Rows} x {line.Columns}; here it is {Math.Min(_delay, tick)} x {width}.", nameof(line));
        for (int k = 0; k < line.Rows; k++)
        {
            long t = tick - line.Rows + 1 + k;
            RateFrame frame = Open(t);
            for (int part = 0; part < frame.Parts; part++)
                line.Values.AsSpan((k * width) + (part * frame.Width), frame.Width).CopyTo(frame.Part(t, part));
            // The receiver is nobody yet; the frame stays as what can be asked for.
            Close();
        }

        Flush();
    }

    /// <summary>Sends again what was emitted from <paramref name="tick"/> on and is retained, as copies: the originals will be overwritten.</summary>
    public void Resend(long tick)
    {
        Flush();
        for (int i = 1; i <= _frames.Length; i++)
        {
            RateFrame frame = _frames[(_used + i) & (_frames.Length - 1)];
            if (frame.TickCount > 0 && frame.FirstTick + frame.TickCount > tick && frame.FirstTick > _last - _frames.Length)
                _receiver.Tell(frame.Copy(), _owner);
        }
    }
}
