using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PalActors.Areas.Toolkit.Numerics;

/// <summary>Applies functions to spans, with the same bits for every vector width, length and position.</summary>
public static class Elementwise
{
    /// <summary>
    /// Computes <paramref name="y"/>[i] = f(<paramref name="x"/>[i]) with the widest lanes of the hardware.
    /// </summary>
    /// <remarks>
    /// Both spans have the same length and are the same memory or disjoint; a multiple of <see cref="Padding.Lanes"/>
    /// has no tail.
    /// </remarks>
    /// <typeparam name="TFunction">f.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Map<TFunction>(ReadOnlySpan<double> x, Span<double> y)
        where TFunction : struct, IUnaryFunction
    {
        if (Vector512.IsHardwareAccelerated)
            Map<TFunction, Vector512<double>, Vector512<ulong>, Lanes512>(x, y);
        else
            Map<TFunction, Vector256<double>, Vector256<ulong>, Lanes256>(x, y);
    }

    /// <summary>Computes the same with lanes of the caller's choice.</summary>
    /// <typeparam name="TFunction">f.</typeparam>
    /// <typeparam name="TVector">The vector of doubles.</typeparam>
    /// <typeparam name="TBits">The vector of integers.</typeparam>
    /// <typeparam name="TLanes">The lanes.</typeparam>
    [MethodImpl(Kernel.Compiled)]
    public static void Map<TFunction, TVector, TBits, TLanes>(ReadOnlySpan<double> x, Span<double> y)
        where TFunction : struct, IUnaryFunction
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        if (x.Length != y.Length)
            ThrowLengths(x.Length, y.Length);

        ref double source = ref MemoryMarshal.GetReference(x);
        ref double target = ref MemoryMarshal.GetReference(y);
        int whole = x.Length - (x.Length % TLanes.Count);
        for (int i = 0; i < whole; i += TLanes.Count)
        {
            TLanes.Store(
                TFunction.Apply<TVector, TBits, TLanes>(TLanes.Load(in source, (nuint)i)), ref target, (nuint)i);
        }

        if (whole < x.Length)
            MapTail<TFunction, TVector, TBits, TLanes>(x[whole..], y[whole..]);
    }

    // Keep the tail apart, so that the loop's method has no stack buffer to clear.
    [MethodImpl(Kernel.Compiled)]
    private static void MapTail<TFunction, TVector, TBits, TLanes>(ReadOnlySpan<double> x, Span<double> y)
        where TFunction : struct, IUnaryFunction
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        Span<double> buffer = stackalloc double[Padding.Lanes];
        buffer.Clear();
        x.CopyTo(buffer);
        ref double first = ref MemoryMarshal.GetReference(buffer);
        TLanes.Store(TFunction.Apply<TVector, TBits, TLanes>(TLanes.Load(in first, 0)), ref first, 0);
        buffer[..y.Length].CopyTo(y);
    }

    private static void ThrowLengths(int arguments, int values) =>
        throw new ArgumentException($"{arguments} arguments, but room for {values} values");
}
