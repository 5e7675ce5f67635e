using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PalActors.Areas.Toolkit.Numerics;

/// <summary>Arrays of values over neurons, padded to a whole number of lanes.</summary>
/// <remarks>
/// The padding spares kernels a tail. Padding lanes hold finite values that no rule ever mixes into a real lane; they
/// are never captured, sent or recorded.
/// </remarks>
public static class Padding
{
    /// <summary>Number of logical lanes: 8 doubles, whatever the hardware's width.</summary>
    public const int Lanes = PalActors.Messages.Frames.EmissionFrame.Alignment;

    /// <summary>Number of bytes of a cache line, and of <see cref="Lanes"/> doubles.</summary>
    public const int LineBytes = Lanes * sizeof(double);

    /// <summary>
    /// Rounds up to the smallest multiple of <see cref="Lanes"/> that is not below <paramref name="count"/>.
    /// </summary>
    public static int RoundUp(int count) => PalActors.Messages.Frames.EmissionFrame.RoundUpToAlignment(count);

    /// <summary>Allocates a zeroed array with room for <paramref name="count"/> values and their padding.</summary>
    public static double[] Allocate(int count) => new double[RoundUp(count)];

    /// <summary>Allocates the same with the alignment of <see cref="Align{T}"/>.</summary>
    public static double[] Align(int count) => Align<double>(RoundUp(count));

    /// <summary>Allocates a zeroed, pinned array that begins at a cache line.</summary>
    /// <remarks>
    /// A vector that lies across two lines costs two accesses. Only speed depends on the alignment: after 16 trials an
    /// array without it is taken. The call is slow, so it is for arrays that last as long as a network.
    /// </remarks>
    public static T[] Align<T>(int length)
        where T : unmanaged
    {
        T[] array = [];
        if (length == 0)
            return array;
        // The runtime aligns to 8 bytes. Successive pinned arrays lie 24 bytes, the size of their header, off a
        // multiple of 64: one of eight begins at a line.
        for (int trial = 0; trial < 16; trial++)
        {
            array = GC.AllocateArray<T>(length, pinned: true);
            if (Marshal.UnsafeAddrOfPinnedArrayElement(array, 0) % LineBytes == 0)
                break;
        }

        return array;
    }

    /// <summary>Copies <paramref name="values"/> into a padded array.</summary>
    public static double[] Copy(ReadOnlySpan<double> values)
    {
        double[] copy = Allocate(values.Length);
        values.CopyTo(copy);
        return copy;
    }

    /// <summary>Copies a padded vector, vector by vector.</summary>
    /// <remarks>
    /// A kernel that loads what was stored just before waits, unless one store has left all of it: <see
    /// cref="Span{T}.CopyTo"/> stores in narrower pieces.
    /// </remarks>
    /// <param name="from">The values, whole vectors of them.</param>
    /// <param name="to">Receives them; at least as long.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Move(ReadOnlySpan<double> from, Span<double> to)
    {
        if (from.Length > to.Length || from.Length % Lanes != 0)
            Refuse(from.Length, to.Length);
        ref double source = ref MemoryMarshal.GetReference(from);
        ref double target = ref MemoryMarshal.GetReference(to);
        for (nuint i = 0; i < (nuint)from.Length; i += Lanes)
            Vector512.LoadUnsafe(in source, i).StoreUnsafe(ref target, i);
    }

    /// <summary>Refuses arrays that do not hold <paramref name="size"/> values and their padding.</summary>
    /// <remarks>The check keeps a kernel from reading beyond an array.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check(int size, double[] a, double[] b, double[] c, double[] d)
    {
        int padded = RoundUp(size);
        if (a.Length < padded || b.Length < padded || c.Length < padded || d.Length < padded)
            Refuse(size);
    }

    private static void Refuse(int from, int to) => throw new ArgumentException(
        $"{from} values are to be moved to where there is room for {to}; valid are whole vectors of {Lanes}.");

    private static void Refuse(int size) =>
        throw new ArgumentException($"{size} cells take arrays of at least {RoundUp(size)} values.");
}
