using System.Runtime.CompilerServices;
using PalActors.Areas.Contract;
using PalActors.Messages.Frames;

namespace PalActors.Areas.Actors;

/// <summary>Presentations that a source has sent ahead: at most two, each one frame for all its ticks.</summary>
/// <remarks>Duplicates are dropped; order does not matter.</remarks>
public sealed class PresentationInbox : Arrival
{
    private EmissionFrame? _current;
    private EmissionFrame? _next;

    /// <summary>The presentation that holds <paramref name="tick"/>, or null if it has not arrived.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public EmissionFrame? Find(long tick)
    {
        if (_current is not null && _current.Holds(tick))
            return _current;
        if (_next is null || !_next.Holds(tick))
            return null;
        (_current, _next) = (_next, null);
        return _current;
    }

    /// <summary>Finds the presentation that a tick uses.</summary>
    /// <returns>True if it has arrived.</returns>
    public bool Choose(long tick)
    {
        EmissionFrame? found = Find(tick);
        // A presentation stays for many ticks, and storing a reference costs time.
        if (!ReferenceEquals(found, Frame))
            Frame = found;
        Chosen = tick;
        return found is not null;
    }

    /// <inheritdoc/>
    protected override EmissionFrame Retained(long emission) =>
        throw new InvalidOperationException("A presentation holds for all its ticks.");

    /// <summary>Takes a frame, unless its ticks are over or it is there already.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="awaited">The tick that is to be integrated next.</param>
    public void Accept(EmissionFrame frame, long awaited)
    {
        // Remove finished presentations first: after a copy has overtaken its original, the original must not take the
        // place of its successors.
        if (IsOver(_next, awaited))
            _next = null;
        if (IsOver(_current, awaited))
            (_current, _next) = (_next, null);
        if (IsOver(frame, awaited) || frame.FirstTick == _current?.FirstTick || frame.FirstTick == _next?.FirstTick)
            return;
        if (_current is null)
            _current = frame;
        else if (frame.FirstTick < _current.FirstTick)
            (_current, _next) = (frame, _current);
        else if (_next is null || frame.FirstTick < _next.FirstTick)
            _next = frame;
    }

    /// <summary>Checks whether the presentation that begins with a tick is not here.</summary>
    public bool Lacks(long firstTick) => firstTick != _current?.FirstTick && firstTick != _next?.FirstTick;

    /// <summary>Releases everything up to <paramref name="tick"/>.</summary>
    /// <remarks>Must precede the credit, after which the source overwrites its buffer.</remarks>
    public void Release(long tick)
    {
        if (IsOver(_current, tick + 1))
            (_current, _next) = (_next, null);
    }

    private static bool IsOver(EmissionFrame? frame, long awaited) =>
        frame is not null && frame.FirstTick + frame.TickCount <= awaited;
}
