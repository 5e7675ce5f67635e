using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Batches;

/// <summary>Activation function whose code the compiler inlines into its loop.</summary>
internal sealed class BatchActivation<T, TPhi, TVector, TElements, TMath>(string name) : BatchActivation<T>(name)
    where T : unmanaged, IFloatingPointIeee754<T>
    where TPhi : struct, ITransferFunction
    where TVector : struct
    where TElements : struct, IElements<T, TVector>
    where TMath : struct, ILaneMath<TVector>
{
    /// <inheritdoc/>
    [MethodImpl(Kernel.Compiled)]
    public override void Apply(ReadOnlySpan<T> x, Span<T> rates, Span<T> slopes)
    {
        if (rates.Length != x.Length || slopes.Length != x.Length || x.Length % TElements.Lanes != 0)
        {
            throw new ArgumentException(
                $"The lengths are '{x.Length}, {rates.Length}, {slopes.Length}'; "
                + $"valid is one multiple of {TElements.Lanes}.");
        }

        ref T source = ref MemoryMarshal.GetReference(x);
        ref T rateRef = ref MemoryMarshal.GetReference(rates);
        ref T slopeRef = ref MemoryMarshal.GetReference(slopes);
        for (nuint i = 0; i < (nuint)x.Length; i += (nuint)TElements.Count)
        {
            TPhi.Apply<T, TVector, TElements, TMath>(
                TElements.Load(ref source, i), out TVector rate, out TVector slope);
            TElements.Store(rate, ref rateRef, i);
            TElements.Store(slope, ref slopeRef, i);
        }
    }
}

/// <summary>Factory of activation functions.</summary>
internal static class BatchActivations
{
    /// <summary>Creates all functions with vectors of 512 or of 256 bits.</summary>
    public static BatchActivation<T>[] Create<T>(bool wide)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(double))
        {
            return wide
                ? Doubles<T, Vector512<double>, Vector512<ulong>, Lanes512>()
                : Doubles<T, Vector256<double>, Vector256<ulong>, Lanes256>();
        }

        return wide
            ? Singles<T, Vector512<float>, Vector512<uint>, Singles512>()
            : Singles<T, Vector256<float>, Vector256<uint>, Singles256>();
    }

    private static BatchActivation<T>[] Doubles<T, TVector, TBits, TLanes>()
        where T : unmanaged, IFloatingPointIeee754<T>
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits> =>
        All<T, double, TVector, TLanes, DoubleMath<TVector, TBits, TLanes>>();

    private static BatchActivation<T>[] Singles<T, TVector, TBits, TLanes>()
        where T : unmanaged, IFloatingPointIeee754<T>
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ISingleLanes<TVector, TBits> =>
        All<T, float, TVector, TLanes, SingleMath<TVector, TBits, TLanes>>();

    private static BatchActivation<TResult>[] All<TResult, T, TVector, TElements, TMath>()
        where TResult : unmanaged, IFloatingPointIeee754<TResult>
        where T : unmanaged, IFloatingPointIeee754<T>
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
        where TMath : struct, ILaneMath<TVector>
    {
        BatchActivation<T>[] all =
        [
            new BatchActivation<T, LinearTransfer, TVector, TElements, TMath>("linear"),
            new BatchActivation<T, TanhTransfer, TVector, TElements, TMath>("tanh"),
            new BatchActivation<T, SigmoidTransfer, TVector, TElements, TMath>("sigmoid"),
            new BatchActivation<T, ReluTransfer, TVector, TElements, TMath>("relu"),
            new BatchActivation<T, ClipTransfer, TVector, TElements, TMath>("hard_sigmoid"),
        ];
        return all as BatchActivation<TResult>[]
            ?? throw new NotSupportedException(
                $"The precision is '{typeof(TResult).Name}'; valid is Double or Single.");
    }
}
