using System.Numerics;
using System.Runtime.CompilerServices;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Batches;

/// <summary>Layout of the state of an area for a batch: an array [cell, slot], slots contiguous.</summary>
/// <remarks>
/// A row of slots is padded to whole cache lines, so that kernels need no tail. The padding holds anything finite and
/// never influences a result. Cells of an image are numbered channel, row, column, the column fastest.
/// </remarks>
public static class BatchLayout
{
    /// <summary>Gets the number of values in 64 bytes: 16 floats or 8 doubles, whatever the hardware's width.</summary>
    public static int Lanes<T>()
        where T : unmanaged => Padding.LineBytes / Unsafe.SizeOf<T>();

    /// <summary>Gets the number of values from cell to cell: slots, rounded up to <see cref="Lanes"/>.</summary>
    public static int Stride<T>(int slots)
        where T : unmanaged => checked(slots + Lanes<T>() - 1) / Lanes<T>() * Lanes<T>();

    /// <summary>Allocates a zeroed array [cell, slot] that begins at a cache line.</summary>
    public static T[] Allocate<T>(int cells, int slots)
        where T : unmanaged, IFloatingPointIeee754<T> => Padding.Align<T>(checked(cells * Stride<T>(slots)));

    /// <summary>Refuses an array that is too short for a kernel.</summary>
    internal static void Check<T>(T[] array, long least, string name)
    {
        if (array.Length < least)
            throw new ArgumentException($"The length of {name} is '{array.Length}'; valid is {least} or more.", name);
    }

    /// <summary>Refuses a number of cells, slots or the like below 1.</summary>
    internal static int Positive(int value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, name);
        return value;
    }
}
