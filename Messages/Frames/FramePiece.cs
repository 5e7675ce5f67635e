namespace PalActors.Messages.Frames;

/// <summary>A range of the values of a frame that is too large for one message.</summary>
/// <remarks>
/// Only frames with one set of values are cut. Positions count the doubles of that set as they lie in the sender's
/// ring: parts one after another, each padded to <see cref="EmissionFrame.PartStride"/>. Like a frame, a piece that is
/// sent is a reused view of its sender's buffer; to keep it longer, <see cref="Copy"/> it.
/// </remarks>
public sealed class FramePiece : IFrameMessage
{
    private readonly double[] _values;
    private int _offset;

    /// <summary>Makes a piece that owns its values.</summary>
    /// <param name="header">The frame.</param>
    /// <param name="first">Position of the first value.</param>
    /// <param name="values">The values.</param>
    public FramePiece(in FrameHeader header, int first, double[] values)
    {
        Header = header;
        First = first;
        Count = values.Length;
        _values = values;
    }

    /// <summary>Makes a view of a frame's values.</summary>
    /// <param name="frame">The frame, with one set of values.</param>
    /// <param name="first">Position of the first value.</param>
    /// <param name="count">Number of values.</param>
    public FramePiece(EmissionFrame frame, int first, int count)
    {
        First = first;
        Count = count;
        _values = frame.Values;
        Follow(frame);
    }

    /// <summary>The frame.</summary>
    public FrameHeader Header { get; private set; }

    /// <summary>Position of the first value.</summary>
    public int First { get; }

    /// <summary>Number of values.</summary>
    public int Count { get; }

    /// <summary>The values.</summary>
    public ReadOnlySpan<double> Values => _values.AsSpan(_offset, Count);

    /// <inheritdoc/>
    public int Source => Header.Source;

    /// <summary>Moves a view to the tick that its frame holds now.</summary>
    /// <param name="frame">The frame that the view was made of.</param>
    public void Follow(EmissionFrame frame)
    {
        Header = frame.Header;
        _offset = frame.OffsetOf(frame.FirstTick) + First;
    }

    /// <summary>Makes a deep copy.</summary>
    public FramePiece Copy() => new(Header, First, Values.ToArray());

    /// <inheritdoc/>
    IFrameMessage IFrameMessage.Copy() => Copy();
}
