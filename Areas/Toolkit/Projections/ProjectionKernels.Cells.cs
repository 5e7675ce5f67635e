using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Projections;

/// <content>Loads, updates and stores of one vector.</content>
internal static partial class ProjectionKernels
{
    // Loads the post-synaptic factors of one vector of rows, and the decay of these rows where it has weights.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Post<T, TVector, TElements, TUpdate>(
        UpdateFactors<T> factors, TVector scale, TVector factor, int row, out TVector post, out TVector rowFactor)
        where T : unmanaged
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
        where TUpdate : struct, IUpdate<T, TVector>
    {
        post = TElements.Multiply(
            scale, TElements.Load(ref MemoryMarshal.GetArrayDataReference(factors.Post), (nuint)row));
        rowFactor = TUpdate.Weighted
            ? TElements.Multiply(
                factor, TElements.Load(ref MemoryMarshal.GetArrayDataReference(factors.RowDecay), (nuint)row))
            : factor;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Value<T, TVector, TElements>(ref T values, nuint column)
        where T : unmanaged
        where TVector : struct
        where TElements : struct, IElements<T, TVector> => TElements.Create(Unsafe.Add(ref values, column));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Decay<T, TVector, TElements, TUpdate>(ref T columnDecay, nuint column, TVector factor)
        where T : unmanaged
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
        where TUpdate : struct, IUpdate<T, TVector> =>
        TUpdate.Weighted ? Value<T, TVector, TElements>(ref columnDecay, column) : factor;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Cell<T, TVector, TElements, TUpdate>(
        ref T m, ref T d, nuint at, TVector rate, TVector source, TVector decay, TVector post, TVector rowFactor,
        ref TVector sum)
        where T : unmanaged
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
        where TUpdate : struct, IUpdate<T, TVector>
    {
        TVector weight = TElements.Load(ref m, at);
        sum = TElements.Fma(weight, rate, sum);
        TUpdate.Apply(
            weight, post, source, TUpdate.Weighted ? TElements.Multiply(rowFactor, decay) : decay, ref m, ref d, at);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<T, TVector, TElements>(TVector even, TVector odd, ref T y, nuint row, bool add)
        where T : unmanaged
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
    {
        TVector sum = TElements.Add(even, odd);
        if (add)
            sum = TElements.Add(TElements.Load(ref y, row), sum);
        TElements.Store(sum, ref y, row);
    }
}
