namespace PalActors.Messages.Frames;

/// <summary>The cuts between the pieces of a link's frames, which both ends compute.</summary>
/// <remarks>
/// All pieces but the last have the same number of values. A frame whose values fit one piece is not cut, and no frame
/// has more ticks than fit (<see cref="TicksPerMessage"/>), so only frames with one set of values are ever cut.
/// </remarks>
public readonly record struct FrameCut
{
    /// <summary>Largest size of the values of a message in bytes, unless a run says otherwise.</summary>
    /// <remarks>
    /// The transport makes some ten arrays of every message. Those of 85,000 bytes and more are allocated where only a
    /// full collection frees them, and do not fit a core's cache; two processes ran 1.4 times faster with messages
    /// below (docs/performance.md).
    /// </remarks>
    public const int UsualSize = 1 << 16;

    private readonly int _values;

    /// <summary>Computes the cuts of a link.</summary>
    /// <param name="width">Values per part and tick.</param>
    /// <param name="parts">Parts per tick.</param>
    /// <param name="pieceSize">
    /// Bytes of values in a message at most, rounded down to whole vectors but never to none; 0 to cut no frame.
    /// </param>
    public FrameCut(int width, int parts, int pieceSize)
    {
        _values = checked(EmissionFrame.RoundUpToAlignment(width) * parts);
        bool fits = pieceSize <= 0 || (long)width * parts * sizeof(double) <= pieceSize;
        int most = pieceSize / sizeof(double) / EmissionFrame.Alignment * EmissionFrame.Alignment;
        PieceValues = fits ? _values : Math.Max(EmissionFrame.Alignment, most);
        Count = (_values + PieceValues - 1) / PieceValues;
    }

    /// <summary>Values of every piece but the last.</summary>
    public int PieceValues { get; }

    /// <summary>Number of pieces of a frame; 1 where frames are not cut.</summary>
    public int Count { get; }

    /// <summary>Position of the first value of a piece.</summary>
    public int First(int piece) => piece * PieceValues;

    /// <summary>Number of values of a piece.</summary>
    public int Length(int piece) => Math.Min(PieceValues, _values - First(piece));

    /// <summary>Finds the piece of a range of values; -1 if the cuts are elsewhere.</summary>
    /// <param name="first">Position of the first value.</param>
    /// <param name="count">Number of values.</param>
    public int IndexOf(int first, int count)
    {
        if (first < 0 || first >= _values || first % PieceValues != 0)
            return -1;
        int piece = first / PieceValues;
        return Length(piece) == count ? piece : -1;
    }

    /// <summary>Number of ticks whose emissions fit one message, and 1 at least.</summary>
    /// <param name="tickBytes">Bytes of the values of a tick.</param>
    /// <param name="pieceSize">Bytes of values in a message at most; 0 for any number.</param>
    public static int TicksPerMessage(long tickBytes, int pieceSize) =>
        pieceSize <= 0 ? int.MaxValue : (int)Math.Max(1, pieceSize / Math.Max(1, tickBytes));
}
