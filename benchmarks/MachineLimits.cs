using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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

    private static double s_sink;

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

    private static double FmaFlops(int passes) => Vector512.IsHardwareAccelerated ? Fma512(passes) : Fma256(passes);

    // Ten independent chains hide the latency of two units that need four or five cycles each.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static double Fma256(int passes)
    {
        const int steps = 1000;
        Vector256<double> x = Vector256.Create(0.999), y = Vector256.Create(0.001);
        Vector256<double> a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x, i = x, j = x;
        for (long step = 0; step < (long)steps * passes; step++)
        {
            a = Vector256.FusedMultiplyAdd(a, x, y);
            b = Vector256.FusedMultiplyAdd(b, x, y);
            c = Vector256.FusedMultiplyAdd(c, x, y);
            d = Vector256.FusedMultiplyAdd(d, x, y);
            e = Vector256.FusedMultiplyAdd(e, x, y);
            f = Vector256.FusedMultiplyAdd(f, x, y);
            g = Vector256.FusedMultiplyAdd(g, x, y);
            h = Vector256.FusedMultiplyAdd(h, x, y);
            i = Vector256.FusedMultiplyAdd(i, x, y);
            j = Vector256.FusedMultiplyAdd(j, x, y);
        }

        s_sink = Vector256.Sum(a + b + c + d + e + f + g + h + i + j);
        return 2.0 * 10 * Vector256<double>.Count * steps * passes;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static double Fma512(int passes)
    {
        const int steps = 1000;
        Vector512<double> x = Vector512.Create(0.999), y = Vector512.Create(0.001);
        Vector512<double> a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x, i = x, j = x;
        for (long step = 0; step < (long)steps * passes; step++)
        {
            a = Vector512.FusedMultiplyAdd(a, x, y);
            b = Vector512.FusedMultiplyAdd(b, x, y);
            c = Vector512.FusedMultiplyAdd(c, x, y);
            d = Vector512.FusedMultiplyAdd(d, x, y);
            e = Vector512.FusedMultiplyAdd(e, x, y);
            f = Vector512.FusedMultiplyAdd(f, x, y);
            g = Vector512.FusedMultiplyAdd(g, x, y);
            h = Vector512.FusedMultiplyAdd(h, x, y);
            i = Vector512.FusedMultiplyAdd(i, x, y);
            j = Vector512.FusedMultiplyAdd(j, x, y);
        }

        s_sink = Vector512.Sum(a + b + c + d + e + f + g + h + i + j);
        return 2.0 * 10 * Vector512<double>.Count * steps * passes;
    }
}
