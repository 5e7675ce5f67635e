using PalActors.Areas.Contract;
using PalActors.Messages.Frames;

namespace PalActors.Areas.Actors;

/// <summary>
/// The presentations that a source has sent ahead: at most two, each one frame for all its ticks. Duplicates are
/// dropped, order does not matter.
/// </summary>
public sealed class PresentationInbox : Arrival
{
    private RateFrame? _current;
    private RateFrame? _next;

    /// <summary>The presentation that holds <paramref name="tick"/>, or null if it has not arrived.</summary>
    public RateFrame? Find(long tick)
    {
        if (_current is not null && _current.Holds(tick))
            return _current;
        if (_next is null || !_next.Holds(tick))
            return null;
        (_current, _next) = (_next, null);
        return _current;
    }

    /// <summary>Finds the presentation that a tick uses.</summary>
    /// <returns>Whether it has arrived.</returns>
    public bool Choose(long tick)
    {
        RateFrame? found = Find(tick);
        // It stays for many ticks, and storing a reference costs.
        if (!ReferenceEquals(found, Frame))
            Frame = found;
        Chosen = tick;
        return found is not null;
    }

    /// <inheritdoc/>
    protected override RateFrame Retained(long emission) => throw new InvalidOperationException("A presentation holds for all its ticks.");

    /// <summary>Takes a frame, unless its ticks are over or it is there already.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="awaited">The tick that is to be integrated next.</param>
    public void Accept(RateFrame frame, long awaited)
    {
        // What is over goes first: a copy that overtook its original must not leave the original behind in the way of
        // its successors.
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

    /// <summary>
    /// Lets go of everything up to <paramref name="tick"/>: must precede the credit, after which the source overwrites
    /// its buffer.
    /// </summary>
    public void Release(long tick)
    {
        if (IsOver(_current, tick + 1))
            (_current, _next) = (_next, null);
    }

    private static bool IsOver(RateFrame? frame, long awaited) => frame is not null && frame.FirstTick + frame.TickCount <= awaited;
}
