using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PalActors.Areas.Toolkit.Batches;

/// <summary>Sum of the logical lanes: halves are added until one value is left.</summary>
internal static class LaneTree
{
    /// <summary>Computes the sum of both halves of the logical lanes, 32 bytes each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum<T>(ref readonly T lower, ref readonly T upper)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Vector256<T> half = Vector256.LoadUnsafe(in lower) + Vector256.LoadUnsafe(in upper);
        Vector128<T> quarter = half.GetLower() + half.GetUpper();
        return Vector128<T>.Count == 2
            ? quarter[0] + quarter[1]
            : quarter[0] + quarter[2] + (quarter[1] + quarter[3]);
    }
}
