using System.Globalization;
using System.Numerics;
using PalActors.Areas.Toolkit.Batches;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Benchmarks;

/// <summary>Measures the kernels of batches beside the machine's peak of fused multiply-adds.</summary>
/// <remarks>Both alternate in one process, in stretches of about a millisecond.</remarks>
internal static class BatchBenchmark
{
    private const double StretchMicroseconds = 1_000;

    private static readonly (int Rows, int Columns, int Slots)[] s_matrices =
        [(200, 784, 32), (784, 200, 32), (2, 200, 32), (200, 2, 32), (500, 500, 32), (500, 1250, 128), (10, 500, 128)];

    private static readonly (ConvShape Shape, int Slots)[] s_convolutions =
        [(new ConvShape(3, 32, 20, 5), 128), (new ConvShape(20, 14, 50, 5), 128)];

    /// <summary>Measures and prints the table.</summary>
    /// <param name="rounds">Rounds that count.</param>
    /// <param name="threads">Threads of a pass.</param>
    /// <param name="only">Text that a line must hold (shape, pass, precision), or empty.</param>
    public static void Run(int rounds, int threads, string only)
    {
        Console.WriteLine($"{"shape",-30} {"pass",-10} {"precision",-9} {"us",-10} {"Gflop/s",-8} of peak: best (median)");
        Measure<float>("single", FmaLoop.RunSingles, rounds, new RowSplit(threads), only);
        Measure<double>("double", FmaLoop.Run, rounds, new RowSplit(threads), only);
        Console.WriteLine(
            $"The best of {rounds} rounds, {threads} threads; of peak: the best over the best of a loop of fused "
                + "multiply-adds on one core (median of the rounds' quotients).");
    }

    private static void Measure<T>(string precision, Func<int, double> peak, int rounds, RowSplit split, string only)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach ((int rows, int columns, int slots) in s_matrices)
            Print(BatchPasses.Dense<T>(rows, columns, slots, split), precision, peak, rounds, only);
        foreach ((ConvShape shape, int slots) in s_convolutions)
            Print(BatchPasses.Convolution<T>(shape, slots, split), precision, peak, rounds, only);
    }

    private static void Print(IEnumerable<BatchPass> passes, string precision, Func<int, double> peak, int rounds, string only)
    {
        foreach (BatchPass pass in passes)
        {
            if (!$"{pass.Shape} {pass.Name} {precision}".Contains(only, StringComparison.Ordinal))
                continue;
            double flops = 2.0 * pass.MultiplyAdds;
            (int calls, int loops) = (Count(_ => pass.Run()), Count(_ => peak(1)));
            List<double> rates = [], peaks = [];
            for (int round = 0; round <= rounds; round++)
            {
                double limit = Peak(peak, loops);
                double rate = flops * calls / (1000 * Microseconds(_ => pass.Run(), calls));
                if (round == 0)
                    continue;
                rates.Add(rate);
                peaks.Add(limit);
            }

            Series a = new(rates), b = new(peaks);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{pass.Shape,-30} {pass.Name,-10} {precision,-9} {flops / a.Most / 1000,-10:0.0} {a.Most,-8:0} "
                        + $"{a.Most / b.Most:0 %} ({a.Over(b).Median:0 %})"));
        }
    }

    private static double Peak(Func<int, double> peak, int loops)
    {
        TimeSpan start = Now();
        double flops = peak(loops);
        return flops / (1000 * (Now() - start).TotalMicroseconds);
    }

    private static int Count(Action<int> run)
    {
        run(0);
        Microseconds(run, 30);
        return (int)Math.Clamp(10 * StretchMicroseconds / Microseconds(run, 10), 1, 100_000);
    }

    private static double Microseconds(Action<int> run, int count)
    {
        TimeSpan start = Now();
        for (int i = 0; i < count; i++)
            run(i);
        return (Now() - start).TotalMicroseconds;
    }

    // Processor time: what others do on the machine costs little of it.
    private static TimeSpan Now() => Environment.CpuUsage.TotalTime;
}
