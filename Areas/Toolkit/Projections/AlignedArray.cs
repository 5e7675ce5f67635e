using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Projections;

/// <summary>Storage of a matrix, whose elements begin at a cache line.</summary>
/// <remarks>The start is aligned wherever the array lies, so no row of a panel is spread over two lines.</remarks>
/// <typeparam name="T">double or float.</typeparam>
internal sealed class AlignedArray<T>
    where T : unmanaged
{
    private readonly T[] _array;
    private readonly int _start;

    /// <summary>Creates an array of zeros.</summary>
    public AlignedArray(int length)
    {
        Length = length;
        int size = Unsafe.SizeOf<T>();
        _array = GC.AllocateArray<T>(checked(length + (Padding.LineBytes / size)), pinned: true);
        nint beyond = Marshal.UnsafeAddrOfPinnedArrayElement(_array, 0) % Padding.LineBytes;
        _start = beyond == 0 ? 0 : (int)(Padding.LineBytes - beyond) / size;
    }

    /// <summary>Number of elements.</summary>
    public int Length { get; }

    /// <summary>Reference to the first element.</summary>
    public ref T First => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_array), _start);

    /// <summary>Span over all elements.</summary>
    public Span<T> Span => _array.AsSpan(_start, Length);

    /// <summary>Reference to an element, with a bounds check.</summary>
    public ref T this[int index] => ref _array[_start + index];
}
