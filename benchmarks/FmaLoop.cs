using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Benchmarks;

/// <summary>A loop of fused multiply-adds without memory access.</summary>
internal static class FmaLoop
{
    private static readonly double[] s_sink = new double[Padding.Lanes];
    private static readonly float[] s_singleSink = new float[2 * Padding.Lanes];

    /// <summary>Runs the loop over doubles with the widest vectors.</summary>
    /// <param name="passes">Number of passes of 1000 steps.</param>
    /// <returns>The number of floating-point operations.</returns>
    public static double Run(int passes) =>
        Vector512.IsHardwareAccelerated
            ? Fma<double, Vector512<double>, Lanes512>(passes, 0.999, 0.001, s_sink)
            : Fma<double, Vector256<double>, Lanes256>(passes, 0.999, 0.001, s_sink);

    /// <summary>Runs the same over floats.</summary>
    /// <param name="passes">Number of passes of 1000 steps.</param>
    /// <returns>The number of floating-point operations.</returns>
    public static double RunSingles(int passes) =>
        Vector512.IsHardwareAccelerated
            ? Fma<float, Vector512<float>, Singles512>(passes, 0.999f, 0.001f, s_singleSink)
            : Fma<float, Vector256<float>, Singles256>(passes, 0.999f, 0.001f, s_singleSink);

    // Ten independent chains hide the latency of two units that need four or five cycles each.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static double Fma<T, TVector, TLanes>(int passes, T factor, T addend, T[] sink)
        where T : unmanaged
        where TVector : struct
        where TLanes : struct, IElements<T, TVector>
    {
        const int steps = 1000;
        TVector x = TLanes.Create(factor), y = TLanes.Create(addend);
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
        TLanes.Store(sum, ref sink[0], 0);
        return 2.0 * 10 * TLanes.Count * steps * passes;
    }
}
