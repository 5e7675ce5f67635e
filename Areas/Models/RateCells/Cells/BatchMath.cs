using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PalActors.Areas.Models.RateCells.Cells;

/// <summary>Arithmetic element by element over batches, in vectors of any width with the same bits.</summary>
/// <remarks>Spans have whole vectors of 64 bytes (BatchLayout), so no loop has a tail.</remarks>
internal static class BatchMath
{
    /// <summary>y += x.</summary>
    public static void Add<T>(Span<T> y, ReadOnlySpan<T> x)
        where T : unmanaged
    {
        Span<Vector<T>> to = Vectors(y);
        ReadOnlySpan<Vector<T>> from = Vectors(x);
        for (int i = 0; i < to.Length; i++)
            to[i] += from[i];
    }

    /// <summary>y = a b.</summary>
    public static void Multiply<T>(Span<T> y, ReadOnlySpan<T> a, ReadOnlySpan<T> b)
        where T : unmanaged
    {
        Span<Vector<T>> to = Vectors(y);
        ReadOnlySpan<Vector<T>> one = Vectors(a), other = Vectors(b);
        for (int i = 0; i < to.Length; i++)
            to[i] = one[i] * other[i];
    }

    /// <summary>y = keep x + scale z.</summary>
    public static void Combine<T>(Span<T> y, T keep, ReadOnlySpan<T> x, T scale, ReadOnlySpan<T> z)
        where T : unmanaged
    {
        Vector<T> k = new(keep), c = new(scale);
        Span<Vector<T>> to = Vectors(y);
        ReadOnlySpan<Vector<T>> one = Vectors(x), other = Vectors(z);
        for (int i = 0; i < to.Length; i++)
            to[i] = (k * one[i]) + (c * other[i]);
    }

    /// <summary>y = keep y + (x - last), and then last = x.</summary>
    public static void HighPass<T>(Span<T> y, T keep, ReadOnlySpan<T> x, Span<T> last)
        where T : unmanaged
    {
        Vector<T> k = new(keep);
        Span<Vector<T>> to = Vectors(y), before = Vectors(last);
        ReadOnlySpan<Vector<T>> now = Vectors(x);
        for (int i = 0; i < to.Length; i++)
        {
            Vector<T> value = now[i];
            to[i] = (k * to[i]) + (value - before[i]);
            before[i] = value;
        }
    }

    /// <summary>y = scale (a - b).</summary>
    public static void Difference<T>(Span<T> y, T scale, ReadOnlySpan<T> a, ReadOnlySpan<T> b)
        where T : unmanaged
    {
        Vector<T> c = new(scale);
        Span<Vector<T>> to = Vectors(y);
        ReadOnlySpan<Vector<T>> one = Vectors(a), other = Vectors(b);
        for (int i = 0; i < to.Length; i++)
            to[i] = c * (one[i] - other[i]);
    }

    /// <summary>y = scale (a - b) d.</summary>
    public static void Difference<T>(
        Span<T> y, T scale, ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> d)
        where T : unmanaged
    {
        Vector<T> c = new(scale);
        Span<Vector<T>> to = Vectors(y);
        ReadOnlySpan<Vector<T>> one = Vectors(a), other = Vectors(b), factor = Vectors(d);
        for (int i = 0; i < to.Length; i++)
            to[i] = c * (one[i] - other[i]) * factor[i];
    }

    /// <summary>y = keep x + scale z, for normals z of whole vectors.</summary>
    public static void Combine<T>(Span<T> y, T keep, ReadOnlySpan<T> x, T scale, ReadOnlySpan<double> z)
        where T : unmanaged
    {
        if (typeof(T) == typeof(double))
        {
            Combine(y, keep, x, scale, MemoryMarshal.Cast<double, T>(z));
            return;
        }

        Vector<T> k = new(keep), c = new(scale);
        Span<Vector<T>> to = Vectors(y);
        ReadOnlySpan<Vector<T>> one = Vectors(x);
        ReadOnlySpan<Vector<double>> other = MemoryMarshal.Cast<double, Vector<double>>(z);
        for (int i = 0; i < to.Length; i++)
        {
            Vector<float> normals = Vector.Narrow(other[2 * i], other[(2 * i) + 1]);
            to[i] = (k * one[i]) + (c * Unsafe.BitCast<Vector<float>, Vector<T>>(normals));
        }
    }

    /// <summary>Converts standard normals [cell, slot] without padding into a batch.</summary>
    /// <param name="z">The normals.</param>
    /// <param name="to">Array [cell, slot] with padded rows.</param>
    /// <param name="slots">Slots.</param>
    /// <param name="stride">Values from row to row of <paramref name="to"/>.</param>
    public static void Spread<T>(ReadOnlySpan<double> z, Span<T> to, int slots, int stride)
        where T : unmanaged, INumberBase<T>
    {
        for (int row = 0, at = 0; at < z.Length; row += stride, at += slots)
        {
            ReadOnlySpan<double> from = z.Slice(at, slots);
            Span<T> cells = to.Slice(row, slots);
            for (int slot = 0; slot < from.Length; slot++)
                cells[slot] = T.CreateTruncating(from[slot]);
        }
    }

    private static Span<Vector<T>> Vectors<T>(Span<T> values)
        where T : unmanaged => MemoryMarshal.Cast<T, Vector<T>>(values);

    private static ReadOnlySpan<Vector<T>> Vectors<T>(ReadOnlySpan<T> values)
        where T : unmanaged => MemoryMarshal.Cast<T, Vector<T>>(values);
}
