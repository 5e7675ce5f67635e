using System.Numerics;
using System.Runtime.InteropServices;

namespace PalActors.Areas.Toolkit.Numerics;

/// <summary>Checks values for NaN and infinity, without allocation.</summary>
internal static class Finite
{
    /// <summary>Checks whether all values are finite.</summary>
    public static bool All<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // 0 x is 0 if x is finite, else NaN, and a sum that is NaN stays NaN.
        ReadOnlySpan<Vector<T>> vectors = MemoryMarshal.Cast<T, Vector<T>>(values);
        Vector<T> sum = Vector<T>.Zero;
        foreach (Vector<T> vector in vectors)
            sum += vector * Vector<T>.Zero;
        bool finite = Vector.EqualsAll(sum, Vector<T>.Zero);
        foreach (T value in values[(vectors.Length * Vector<T>.Count)..])
            finite &= T.IsFinite(value);
        return finite;
    }
}
