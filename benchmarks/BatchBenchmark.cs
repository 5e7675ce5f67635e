using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using PalActors.Areas.Toolkit.Batches;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Benchmarks;

/// <summary>Measures the kernels of batches beside the machine's peak of fused multiply-adds.</summary>
/// <remarks>
/// Both alternate in one process, in stretches of about a millisecond. With one thread it is processor time that
/// counts, so that other work on the machine disturbs little.
/// </remarks>
/// <param name="rounds">Rounds that count.</param>
/// <param name="threads">Threads of a pass.</param>
/// <param name="only">Text that the shape, pass and precision of a line must hold, or empty.</param>
internal sealed class BatchBenchmark(int rounds, int threads, string only)
{
    private const double StretchMicroseconds = 1_000;

    private static readonly (int Rows, int Columns, int Slots)[] s_matrices =
        [(200, 784, 32), (784, 200, 32), (2, 200, 32), (200, 2, 32), (500, 500, 32), (500, 1250, 128), (10, 500, 128)];

    private static readonly (ConvShape Shape, int Slots)[] s_convolutions =
        [(new ConvShape(3, 32, 20, 5), 128), (new ConvShape(20, 14, 50, 5), 128)];

    /// <summary>Measures and prints the table.</summary>
    public void Run()
    {
        Console.WriteLine(
            $"{"shape",-31} {"pass",-10} {"precision",-9} {"us",-10} {"Gflop/s",-8} of peak: best (median)");
        Print<float>("single", FmaLoop.RunSingles);
        Print<double>("double", FmaLoop.Run);
        Console.WriteLine(
            $"The best of {rounds} rounds, threads: {threads}. Of peak: over the best of a loop of fused multiply-adds "
                + "on one core (in parentheses the median of the rounds' quotients).");
    }

    private void Print<T>(string precision, Func<int, double> peak)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RowSplit split = new(threads);
        IEnumerable<BatchPass> passes =
        [
            .. s_matrices.SelectMany(m => BatchPasses.Dense<T>(m.Rows, m.Columns, m.Slots, split)),
            .. s_convolutions.SelectMany(c => BatchPasses.Convolution<T>(c.Shape, c.Slots, split)),
        ];
        foreach (BatchPass pass in passes)
        {
            string name = $"{pass.Shape,-31} {pass.Name,-10} {precision,-9}";
            if (name.Contains(only, StringComparison.Ordinal))
                Print(name, pass, peak);
        }
    }

    private void Print(string name, BatchPass pass, Func<int, double> peak)
    {
        double flops = 2.0 * pass.MultiplyAdds;
        Func<double> work = () =>
        {
            pass.Run();
            return flops;
        };
        Func<double> limit = () => peak(1);
        int calls = Count(work), loops = Count(limit);
        List<double> rates = [], limits = [];
        for (int round = 0; round < rounds; round++)
        {
            limits.Add(Gigaflops(limit, loops));
            rates.Add(Gigaflops(work, calls));
        }

        Series rate = new(rates), most = new(limits);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name} {flops / rate.Most / 1000,-10:0.0} {rate.Most,-8:0} {rate.Most / most.Most:0 %} "
                    + $"({rate.Over(most).Median:0 %})"));
    }

    // Calls that take about the time of a stretch.
    private int Count(Func<double> work)
    {
        Gigaflops(work, 30);
        TimeSpan start = Now();
        Gigaflops(work, 10);
        return (int)Math.Clamp(10 * StretchMicroseconds / (Now() - start).TotalMicroseconds, 1, 100_000);
    }

    private double Gigaflops(Func<double> work, int calls)
    {
        TimeSpan start = Now();
        double flops = 0;
        for (int i = 0; i < calls; i++)
            flops += work();
        return flops / (1000 * (Now() - start).TotalMicroseconds);
    }

    private TimeSpan Now() =>
        threads == 1 ? Environment.CpuUsage.TotalTime : Stopwatch.GetElapsedTime(0);
}
