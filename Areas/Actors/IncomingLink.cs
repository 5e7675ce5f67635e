using System.Runtime.CompilerServices;
using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Links;
using PalActors.Messages.Frames;

namespace PalActors.Areas.Actors;

/// <summary>Receiving end of a link between areas: chooses the emission that each tick uses.</summary>
/// <remarks>
/// In lockstep tick t uses the emission of tick t - d, with jitter t - d - j(t), and the area waits for it.
/// Free-running it uses the newest one up to t - d that has arrived, and the area waits only if that is older than
/// t - d - s. Emission 0 and earlier ones are the state before tick 1.
/// </remarks>
public sealed class IncomingLink : Arrival
{
    private readonly Inbox _inbox;
    private readonly LinkTiming _timing;
    private readonly ILinkJitter? _jitter;
    private readonly bool _inOrder;
    private readonly bool _isPlain;
    private readonly int _delay;
    private readonly long[]? _staleness;
    private long _chosen;

    /// <summary>Makes the end of a link at a receiver that has completed a tick.</summary>
    /// <param name="timing">Timing of the link, seen from the sender.</param>
    /// <param name="jitter">Variation of its delay in lockstep; null if it does not vary.</param>
    /// <param name="free">True if the receiver takes the newest emission that has arrived.</param>
    /// <param name="inOrder">
    /// True if an emission may be used only when all before it have arrived, too: they carry updates, none of which may
    /// be skipped.
    /// </param>
    /// <param name="completed">The last complete tick of the receiver.</param>
    public IncomingLink(LinkTiming timing, ILinkJitter? jitter, bool free, bool inOrder, long completed)
    {
        _timing = timing;
        _jitter = jitter;
        _inOrder = inOrder;
        (_isPlain, _delay) = (jitter is null && !free && !inOrder, timing.Delay);
        _staleness = free ? new long[timing.Slack + 1] : null;
        Used = Math.Max(0, completed - timing.Line);
        _inbox = new Inbox(timing.Reach, Math.Max(1, completed + 1 - timing.Line));
    }

    /// <summary>The emission that the last complete tick used; 0 is the state before tick 1.</summary>
    /// <remarks>After a restore, free-running, the oldest one that it can have used.</remarks>
    public long Used { get; private set; }

    /// <summary>Number of ticks that used an emission 0, 1, ... ticks older than the delay says.</summary>
    /// <remarks>Free-running only, else empty. Ticks before the first emission can have arrived do not count.</remarks>
    public long[] Staleness => _staleness ?? [];

    /// <summary>The first emission that may still be used.</summary>
    public long Next => _inbox.Next;

    /// <summary>Checks whether an emission may still be used and has not arrived.</summary>
    public bool Lacks(long emission) => _inbox.Lacks(emission);

    /// <summary>Takes a frame.</summary>
    /// <returns>The first missing tick if the frame shows that earlier ones are missing; else 0.</returns>
    public long Accept(EmissionFrame frame) => _inbox.Accept(frame);

    /// <summary>Finds the emission that a tick uses.</summary>
    /// <param name="tick">The tick.</param>
    /// <param name="ahead">Number of later emissions that must be here, too; only where the link has no slack.</param>
    /// <returns>True if it is here; if not, the receiver waits.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Choose(long tick, int ahead = 0)
    {
        if (!_isPlain || ahead > 0)
            return ChooseAmong(tick, ahead);
        _chosen = tick - _delay;
        Chosen = Math.Max(0, _chosen);
        Frame = _chosen >= 1 ? _inbox.Peek(_chosen) : null;
        return _chosen < 1 || Frame is not null;
    }

    private bool ChooseAmong(long tick, int ahead)
    {
        long due = tick - _delay;
        if (_staleness is not null)
            _chosen = Newest(due);
        else
            _chosen = _jitter is null ? due : due - _jitter.At(tick);
        Chosen = Math.Max(0, _chosen);
        Frame = _chosen >= 1 ? _inbox.Peek(_chosen) : null;
        return (_chosen < 1 || Frame is not null)
            && (_staleness is null || _chosen >= due - _timing.Slack)
            && ((!_inOrder && ahead == 0) || _inbox.FirstMissing() > _chosen + ahead);
    }

    /// <inheritdoc/>
    protected override EmissionFrame Retained(long emission) => _inbox.Peek(emission)!;

    /// <summary>Ends a complete tick: releases what no later one can use.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Complete(long tick)
    {
        Frame = null;
        if (_staleness is not null && tick > _timing.Delay)
            _staleness[tick - _timing.Delay - Chosen]++;
        Used = Chosen;
        // Free-running, the used emission may be used again, but none before it.
        _inbox.Release(Math.Max(tick + 1 - _timing.Line, _staleness is null ? 0 : Used));
    }

    /// <summary>The first emission that a waiting tick lacks, or 0.</summary>
    public long Lacked(long tick, int ahead = 0)
    {
        if (Choose(tick, ahead))
            return 0;
        if (_staleness is not null || _inOrder || ahead > 0)
            return _inbox.FirstMissing();
        return _chosen;
    }

    private long Newest(long due)
    {
        if (_inOrder)
            return Math.Min(due, _inbox.FirstMissing() - 1);
        long newest = Math.Min(due, _inbox.Newest);
        while (newest > Used && _inbox.Peek(newest) is null)
            newest--;
        return newest;
    }
}
