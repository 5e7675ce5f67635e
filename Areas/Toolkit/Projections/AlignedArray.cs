using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Projections;

/// <summary>The storage of a matrix: elements from a cache line's beginning on, wherever the array lies; so no row of a panel is spread over two lines.</summary>
/// <typeparam name="T">double or float.</typeparam>
internal sealed class AlignedArray<T>
    where T : unmanaged
{
    private readonly T[] _array;
    private readonly int _start;

    /// <summary>Zeros.</summary>
    public AlignedArray(int length)
    {
        Length = length;
        int size = Unsafe.SizeOf<T>();
        _array = GC.AllocateArray<T>(checked(length + (Padding.LineBytes / size)), pinned: true);
        nint beyond = Marshal.UnsafeAddrOfPinnedArrayElement(_array, 0) % Padding.LineBytes;
        _start = beyond == 0 ? 0 : (int)(Padding.LineBytes - beyond) / size;
    }

    /// <summary>Elements.</summary>
    public int Length { get; }

    /// <summary>The first element.</summary>
    public ref T First => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_array), _start);

    /// <summary>All elements.</summary>
    public Span<T> Span => _array.AsSpan(_start, Length);

    /// <summary>An element, checked.</summary>
    public ref T this[int index] => ref _array[_start + index];
}
