using System.Numerics;

namespace PalActors.Areas.Toolkit.Batches;

/// <summary>Matrix product as the kernels see it: C(i, s) from the sum over terms k of A(i, k) X(k, s).</summary>
/// <remarks>
/// <para>Terms run through three nested loops, which serve dense matrices and, over channels, rows and columns of a
/// kernel, convolutions. X and C are contiguous over s; A may be strided in both directions, hence transposed.</para>
/// <para>Each sum is one chain of fused multiply-adds over the terms in this order. A plain product stores start +
/// sum, the start being the chain's first value; a scaled one stores C + scale sum - decay C, where the sum begins
/// with 0, in two fused multiply-adds: a decay as small as 1e-5 would drown in the rounding of 1 - decay.</para>
/// </remarks>
/// <typeparam name="T">double or float.</typeparam>
internal struct Product<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Start of the chains with 0.</summary>
    public static T[] Zero { get; } = [T.Zero];

    /// <summary>Start of the chains with 1.</summary>
    public static T[] One { get; } = [T.One];

    /// <summary>Left factor.</summary>
    public T[] A;

    /// <summary>Index of A(0, 0).</summary>
    public int AStart;

    /// <summary>Elements from A(i, k) to A(i + 1, k).</summary>
    public int ARow;

    /// <summary>Right factor; readable up to whole cache lines of columns.</summary>
    public T[] X;

    /// <summary>Index of X(0, 0).</summary>
    public int XStart;

    /// <summary>Result.</summary>
    public T[] C;

    /// <summary>Index of C(0, 0).</summary>
    public int CStart;

    /// <summary>Elements from C(i, s) to C(i + 1, s).</summary>
    public int CRow;

    /// <summary>Number of columns of C; nothing beyond is written.</summary>
    public int Columns;

    /// <summary>Columns of a tile of a packed product, one vector or two; 0 for a product that is not packed.</summary>
    /// <remarks>Columns of the same tile are contiguous in C; X is contiguous over all.</remarks>
    public int TileColumns;

    /// <summary>Elements of C from tile to tile of a packed product.</summary>
    public int CTile;

    /// <summary>Outermost loop over the terms.</summary>
    public TermLoop Outer;

    /// <summary>Loop in the middle.</summary>
    public TermLoop Middle;

    /// <summary>Innermost loop.</summary>
    public TermLoop Inner;

    /// <summary>Whether the sums of a plain product go on from C, being cut into blocks of terms.</summary>
    public bool GoesOn;

    /// <summary>First values of the chains, unless they go on.</summary>
    public T[] Start;

    /// <summary>Elements of <see cref="Start"/> from row to row: 1, or 0 if all rows share one.</summary>
    public int StartRow;

    /// <summary>Whether the product is scaled rather than plain.</summary>
    public bool IsScaled;

    /// <summary>Factor of the sum of a scaled product.</summary>
    public T Scale;

    /// <summary>Share of the old C that a scaled product loses.</summary>
    public T Decay;

    /// <summary>Number of terms before the block.</summary>
    private int _done;

    /// <summary>Makes this the next block of terms of a product, about so many.</summary>
    /// <remarks>
    /// The outer loop is cut, or the inner one if it is the only one: anything else would change the order of terms.
    /// </remarks>
    /// <param name="whole">The product, of which this is a copy at first.</param>
    /// <param name="terms">Number of terms.</param>
    /// <returns>False if no terms are left.</returns>
    public bool TakeBlock(in Product<T> whole, int terms)
    {
        bool isInner = whole.Outer.Count == 1 && whole.Middle.Count == 1;
        TermLoop loop = isInner ? whole.Inner : whole.Outer;
        if (_done >= loop.Count)
            return false;
        int most = isInner ? terms : Math.Max(1, terms / (whole.Middle.Count * whole.Inner.Count));
        GoesOn = whole.GoesOn || _done > 0;
        AStart = whole.AStart + (_done * loop.A);
        XStart = whole.XStart + (_done * loop.X);
        loop = loop with { Count = Math.Min(most, loop.Count - _done) };
        _done += loop.Count;
        if (isInner)
            Inner = loop;
        else
            Outer = loop;
        return true;
    }
}
