using System.Runtime.CompilerServices;
using PalActors.Areas.Contract.Links;
using PalActors.Messages.Frames;

namespace PalActors.Areas.Actors;

/// <summary>Frames that have arrived over one link, by tick.</summary>
/// <remarks>
/// Drops duplicates, takes frames in any order, and detects gaps. It holds references to the sender's frames, which are
/// not overwritten before <see cref="Release"/> has passed them (P4, P5 of docs/protocol.md).
/// </remarks>
/// <param name="reach">
/// Ticks that a neighbour can be ahead, plus those still needed: <see cref="LinkTiming.Reach"/>.
/// </param>
/// <param name="firstNeeded">First tick that may be used.</param>
public sealed class Inbox(int reach, long firstNeeded)
{
    private readonly EmissionFrame?[] _slots = new EmissionFrame?[EmissionFrame.RoundUpToPowerOfTwo(reach)];
    private long _next = firstNeeded;
    private long _missing = firstNeeded;

    /// <summary>The first tick that may still be used.</summary>
    public long Next => _next;

    /// <summary>The last tick that has arrived.</summary>
    public long Newest { get; private set; } = firstNeeded - 1;

    /// <summary>Frames that brought nothing new.</summary>
    public long Ignored { get; private set; }

    /// <summary>Takes a frame.</summary>
    /// <returns>The first missing tick if the frame shows that earlier ones are missing; else 0.</returns>
    public long Accept(EmissionFrame frame)
    {
        long first = frame.FirstTick, last = first + frame.TickCount - 1;
        // A correct neighbour is never beyond the ring: drop such a frame, so that it displaces no needed one.
        if (last < _next || last >= _next + _slots.Length)
        {
            Ignored++;
            return 0;
        }

        // Nearly all frames are of one tick, the next one.
        if (first == last && first == Newest + 1)
        {
            _slots[first & (_slots.Length - 1)] = frame;
            Newest = first;
            return 0;
        }

        bool fresh = false;
        for (long tick = Math.Max(first, _next); tick <= last; tick++)
        {
            ref EmissionFrame? slot = ref _slots[tick & (_slots.Length - 1)];
            if (slot is not null)
                continue;
            slot = frame;
            fresh = true;
        }

        if (!fresh)
            Ignored++;
        bool gap = first > Newest + 1;
        long missing = gap ? FirstMissing() : 0;
        Newest = Math.Max(Newest, last);
        return missing < first ? missing : 0;
    }

    /// <summary>The frame that holds <paramref name="tick"/>, <see cref="Next"/> or later, or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public EmissionFrame? Peek(long tick) => _slots[tick & (_slots.Length - 1)];

    /// <summary>Checks whether <paramref name="tick"/> is within reach and has not arrived.</summary>
    public bool Lacks(long tick) => tick >= _next && tick < _next + _slots.Length && Peek(tick) is null;

    /// <summary>Releases all frames of ticks before <paramref name="tick"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Release(long tick)
    {
        for (; _next < tick; _next++)
            _slots[_next & (_slots.Length - 1)] = null;
        Newest = Math.Max(Newest, _next - 1);
    }

    /// <summary>The first tick from <see cref="Next"/> on that has not arrived.</summary>
    public long FirstMissing()
    {
        // A frame stays until it is released, so the first missing tick never moves back.
        _missing = Math.Max(_missing, _next);
        while (_missing < _next + _slots.Length && _slots[_missing & (_slots.Length - 1)] is not null)
            _missing++;
        return _missing;
    }
}
