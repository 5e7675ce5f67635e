using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PalActors.Areas.Toolkit.Numerics;

/// <summary>
/// Vectors over neurons live in arrays padded to a whole number of lanes, so that no kernel has a tail. Padding lanes
/// hold finite values that no rule ever mixes into a real lane; they are never captured, sent or recorded.
/// </summary>
public static class Padding
{
    /// <summary>The logical lanes: 8 doubles, whatever the hardware's width.</summary>
    public const int Lanes = PalActors.Messages.Frames.RateFrame.Alignment;

    /// <summary>Bytes of a cache line, and of <see cref="Lanes"/> doubles.</summary>
    public const int LineBytes = Lanes * sizeof(double);

    /// <summary>The smallest multiple of <see cref="Lanes"/> that is not below <paramref name="count"/>.</summary>
    public static int RoundUp(int count) => PalActors.Messages.Frames.RateFrame.RoundUpToAlignment(count);

    /// <summary>A zeroed array with room for <paramref name="count"/> values and their padding.</summary>
    public static double[] Allocate(int count) => new double[RoundUp(count)];

    /// <summary>The same, as <see cref="Align{T}"/> makes it.</summary>
    public static double[] Align(int count) => Align<double>(RoundUp(count));

    /// <summary>
    /// A zeroed array that begins at a cache line, and keeps doing so: a vector that lies across two lines costs two accesses. For what lasts as long as a network: to make one is slow.
    /// </summary>
    public static T[] Align<T>(int length)
        where T : unmanaged
    {
        T[] array = [];
        if (length == 0)
            return array;
        // The runtime aligns to 8 bytes. Successive pinned arrays lie 24 bytes, the size of their head, off a multiple of 64: one of eight hits a line.
        for (int trial = 0; trial < 16; trial++)
        {
            array = GC.AllocateArray<T>(length, pinned: true);
            if (Marshal.UnsafeAddrOfPinnedArrayElement(array, 0) % LineBytes == 0)
                break;
        }

        return array;
    }

    /// <summary>A padded copy of <paramref name="values"/>.</summary>
    public static double[] Copy(ReadOnlySpan<double> values)
    {
        double[] copy = Allocate(values.Length);
        values.CopyTo(copy);
        return copy;
    }

    /// <summary>Refuses arrays that do not hold <paramref name="size"/> values and their padding, before a kernel reads beyond them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check(int size, double[] a, double[] b, double[] c, double[] d)
    {
        int padded = RoundUp(size);
        if (a.Length < padded || b.Length < padded || c.Length < padded || d.Length < padded)
            Refuse(size);
    }

    private static void Refuse(int size) => throw new ArgumentException($"{size} cells take arrays of at least {RoundUp(size)} values.");
}
