using PalActors.Messages.Frames;

namespace PalActors.Areas.Actors;

/// <summary>
/// What has arrived over one link, keyed by tick: duplicates are dropped, reordering is harmless, a gap is noticed. Holds references to the
/// sender's frames; the protocol proves that they are not overwritten before <see cref="Consume"/> has passed them.
/// </summary>
/// <param name="reach">Ticks that a neighbour can be ahead, plus those still needed: d_up + d_down + 2.</param>
/// <param name="firstNeeded">First tick that will be consumed.</param>
public sealed class Inbox(int reach, long firstNeeded)
{
    private readonly RateFrame?[] _slots = new RateFrame?[RateFrame.RoundUpToPowerOfTwo(reach)];
    private long _next = firstNeeded;
    private long _seen = firstNeeded - 1;

    /// <summary>The next tick to consume.</summary>
    public long Next => _next;

    /// <summary>Frames that brought nothing new.</summary>
    public long Ignored { get; private set; }

    /// <summary>Takes a frame.</summary>
    /// <returns>The first missing tick if the frame shows that earlier ones are missing; else 0.</returns>
    public long Accept(RateFrame frame)
    {
        long first = frame.FirstTick, last = first + frame.TickCount - 1;
        // Beyond the ring no honest neighbour can be: such a frame is junk and must not displace what is needed.
        if (last < _next || last >= _next + _slots.Length)
        {
            Ignored++;
            return 0;
        }

        bool fresh = false;
        for (long tick = Math.Max(first, _next); tick <= last; tick++)
        {
            ref RateFrame? slot = ref _slots[tick & (_slots.Length - 1)];
            if (slot is not null)
                continue;
            slot = frame;
            fresh = true;
        }

        if (!fresh)
            Ignored++;
        bool gap = first > _seen + 1;
        long missing = gap ? FirstMissing() : 0;
        _seen = Math.Max(_seen, last);
        return missing < first ? missing : 0;
    }

    /// <summary>The frame that holds <paramref name="tick"/>, the next to consume, or null.</summary>
    public RateFrame? Peek(long tick) => _slots[tick & (_slots.Length - 1)];

    /// <summary>Done with <paramref name="tick"/>.</summary>
    public void Consume(long tick)
    {
        _slots[tick & (_slots.Length - 1)] = null;
        _next = tick + 1;
    }

    private long FirstMissing()
    {
        long tick = _next;
        while (_slots[tick & (_slots.Length - 1)] is not null)
            tick++;
        return tick;
    }
}
