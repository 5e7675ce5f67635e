using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Benchmarks;

/// <summary>
/// What one core of this machine can do at most: bytes per second read and written in place, for working sets that fit ever farther from the core, and
/// floating-point operations per second. Kernels are judged against these, not against a data sheet.
/// </summary>
internal sealed class MachineLimits
{
    private const int Repetitions = 9;
    private const double RepetitionMicroseconds = 20_000;
    private const int CacheLine = 64;

    private static readonly Lazy<MachineLimits> s_measured = new(() => new MachineLimits());

    private static readonly double[] s_sink = new double[Padding.Lanes];

    private MachineLimits()
    {
        Levels = [.. new[] { 16L << 10, 256L << 10, 4L << 20, 64L << 20 }.Select(bytes => new StreamLevel(bytes, Stream(bytes)))];
        FmaGigaflops = Best(FmaFlops);
    }

    /// <summary>The limits, measured at the first call: a second or two.</summary>
    public static MachineLimits Measured => s_measured.Value;

    /// <summary>Bandwidths by working set, the smallest first.</summary>
    public IReadOnlyList<StreamLevel> Levels { get; }

    /// <summary>Fused multiply-adds of one core with the widest vectors, each as two operations, in 10^9 per second.</summary>
    public double FmaGigaflops { get; }

    /// <summary>
    /// The level that a working set streams from. Levels are measured at about half a cache's usual size, so that nothing else in it disturbs; whatever is up to twice as large fits too.
    /// </summary>
    public StreamLevel LevelOf(long bytes) => Levels.FirstOrDefault(level => bytes <= 2 * level.Bytes) ?? Levels[^1];

    private static double Stream(long bytes)
    {
        int count = checked((int)(bytes / sizeof(double)));
        // On cache lines, as vectors that straddle them would cost twice; the runtime aligns arrays to eight bytes only.
        double[] array = GC.AllocateArray<double>(count + (CacheLine / sizeof(double)), pinned: true);
        int skip = (int)((CacheLine - ((long)Marshal.UnsafeAddrOfPinnedArrayElement(array, 0) % CacheLine)) % CacheLine / sizeof(double));
        Array.Fill(array, 1.0);
        return Best(passes =>
        {
            for (int pass = 0; pass < passes; pass++)
                Scale(ref array[skip], count);
            return 2.0 * bytes * passes;
        });
    }

    // Work per nanosecond is 10^9 of it per second. The best of several: everything that disturbs only ever takes away.
    private static double Best(Func<int, double> work)
    {
        int passes = 1;
        while (Microseconds(work, passes, out _) < RepetitionMicroseconds)
            passes *= 2;
        double best = 0;
        for (int i = 0; i < Repetitions; i++)
        {
            double microseconds = Microseconds(work, passes, out double done);
            best = Math.Max(best, done / microseconds / 1000);
        }

        return best;
    }

    private static double Microseconds(Func<int, double> work, int passes, out double done)
    {
        long start = Stopwatch.GetTimestamp();
        done = work(passes);
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }

    // A multiplication by 1 costs what any update does and keeps the values what they are.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Scale(ref double values, int count)
    {
        Vector256<double> factor = Vector256.Create(1.0);
        for (nuint i = 0; i < (nuint)count; i += 16)
        {
            Vector256<double> a = Vector256.LoadUnsafe(ref values, i), b = Vector256.LoadUnsafe(ref values, i + 4);
            Vector256<double> c = Vector256.LoadUnsafe(ref values, i + 8), d = Vector256.LoadUnsafe(ref values, i + 12);
            (a * factor).StoreUnsafe(ref values, i);
            (b * factor).StoreUnsafe(ref values, i + 4);
            (c * factor).StoreUnsafe(ref values, i + 8);
            (d * factor).StoreUnsafe(ref values, i + 12);
        }
    }

    private static double FmaFlops(int passes) =>
        Vector512.IsHardwareAccelerated ? Fma<Vector512<double>, Lanes512>(passes) : Fma<Vector256<double>, Lanes256>(passes);

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

        // Stored somewhere, or the compiler could leave all of it out.
        TVector sum = TLanes.Add(TLanes.Add(TLanes.Add(TLanes.Add(a, b), TLanes.Add(c, d)), TLanes.Add(TLanes.Add(e, f), TLanes.Add(g, h))), TLanes.Add(i, j));
        TLanes.Store(sum, ref s_sink[0], 0);
        return 2.0 * 10 * TLanes.Count * steps * passes;
    }
}
