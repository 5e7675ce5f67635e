using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Benchmarks;

/// <summary>A loop of fused multiply-adds without memory access.</summary>
internal static class FmaLoop
{
    private static readonly double[] s_sink = new double[Padding.Lanes];

    /// <summary>Runs the loop with the widest vectors.</summary>
    /// <param name="passes">Number of passes of 1000 steps.</param>
    /// <returns>The number of floating-point operations.</returns>
    public static double Run(int passes) =>
        Vector512.IsHardwareAccelerated
            ? Fma<Vector512<double>, Lanes512>(passes)
            : Fma<Vector256<double>, Lanes256>(passes);

    // Ten independent chains hide the latency of two units that need four or five cycles each.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static double Fma<TVector, TLanes>(int passes)
        where TVector : struct
        where TLanes : struct, IElements<double, TVector>
    {
        const int steps = 1000;
        TVector x = TLanes.Create(0.999), y = TLanes.Create(0.001);
        TVector a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x, i = x, j = x;
        for (long step = 0; step < (long)steps * passes; step++)
        {
            a = TLanes.Fma(a, x, y);
            b = TLanes.Fma(b, x, y);
            c = TLanes.Fma(c, x, y);
            d = TLanes.Fma(d, x, y);
            e = TLanes.Fma(e, x, y);
            f = TLanes.Fma(f, x, y);
            g = TLanes.Fma(g, x, y);
            h = TLanes.Fma(h, x, y);
            i = TLanes.Fma(i, x, y);
            j = TLanes.Fma(j, x, y);
        }

        // Store the result, or the compiler could leave all of it out.
        TVector sum = TLanes.Add(
            TLanes.Add(TLanes.Add(TLanes.Add(a, b), TLanes.Add(c, d)), TLanes.Add(TLanes.Add(e, f), TLanes.Add(g, h))),
            TLanes.Add(i, j));
        TLanes.Store(sum, ref s_sink[0], 0);
        return 2.0 * 10 * TLanes.Count * steps * passes;
    }
}
