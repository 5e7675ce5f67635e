using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PalActors.Benchmarks;

/// <summary>Measured limits of one core of this machine: memory bandwidth and floating-point operations.</summary>
/// <remarks>
/// Bandwidth is bytes per second read and written in place, for working sets that fit into ever larger caches. Kernels
/// are judged against these measurements, not against a data sheet.
/// </remarks>
internal sealed class MachineLimits
{
    private const int Repetitions = 9;
    private const double RepetitionMicroseconds = 20_000;
    private const int CacheLine = 64;

    private static readonly Lazy<MachineLimits> s_measured = new(() => new MachineLimits());

    private MachineLimits()
    {
        Levels =
        [
            .. new[] { 16L << 10, 256L << 10, 4L << 20, 64L << 20 }.Select(
                bytes => new StreamLevel(bytes, Stream(bytes))),
        ];
        FmaGigaflops = Best(FmaLoop.Run);
    }

    /// <summary>The limits, measured at the first call, which takes a second or two.</summary>
    public static MachineLimits Measured => s_measured.Value;

    /// <summary>Bandwidths by working set, the smallest first.</summary>
    public IReadOnlyList<StreamLevel> Levels { get; }

    /// <summary>Operations per second of fused multiply-adds on one core, in 10^9.</summary>
    /// <remarks>Measured with the widest vectors; a fused multiply-add counts as two operations.</remarks>
    public double FmaGigaflops { get; }

    /// <summary>Gets the level that a working set streams from.</summary>
    /// <remarks>
    /// Levels are measured at about half a cache's usual size, so that other data in the cache does not disturb; a
    /// working set up to twice as large fits too.
    /// </remarks>
    public StreamLevel LevelOf(long bytes) => Levels.FirstOrDefault(level => bytes <= 2 * level.Bytes) ?? Levels[^1];

    private static double Stream(long bytes)
    {
        int count = checked((int)(bytes / sizeof(double)));
        // Align to cache lines, since vectors that straddle them would cost twice; the runtime aligns arrays to eight
        // bytes only.
        double[] array = GC.AllocateArray<double>(count + (CacheLine / sizeof(double)), pinned: true);
        int skip = (int)((CacheLine - ((long)Marshal.UnsafeAddrOfPinnedArrayElement(array, 0) % CacheLine)) % CacheLine
            / sizeof(double));
        Array.Fill(array, 1.0);
        return Best(passes =>
        {
            for (int pass = 0; pass < passes; pass++)
                Scale(ref array[skip], count);
            return 2.0 * bytes * passes;
        });
    }

    // Work per nanosecond is 10^9 of it per second. Take the best of several: disturbances only ever slow down.
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

    // A multiplication by 1 costs as much as any update and leaves the values unchanged.
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
}
