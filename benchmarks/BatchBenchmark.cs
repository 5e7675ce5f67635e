using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using PalActors.Areas.Toolkit.Batches;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Benchmarks;

/// <summary>Measures the kernels of batches beside the machine's peak of fused multiply-adds.</summary>
/// <remarks>
/// Both alternate in one process, in stretches of about a millisecond. With one thread it is processor time that
/// counts, so that other work on the machine disturbs little. With several threads the same pass by one thread
/// alternates with them too, and it is the clock that counts.
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
            $"{"shape",-31} {"pass",-10} {"precision",-9} {"us",-10} {"Gflop/s",-8} of peak"
                + (threads > 1 ? "        of one thread" : ""));
        Print<float>("single", FmaLoop.RunSingles);
        Print<double>("double", FmaLoop.Run);
        Console.WriteLine(
            $"The best of {rounds} rounds, threads: {threads}. Of peak: over the best of a loop of fused multiply-adds "
                + "on one core; of one thread: over the best of the same pass by one thread (in parentheses the median "
                + "of the rounds' quotients).");
    }

    private void Print<T>(string precision, Func<int, double> peak)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach ((BatchPass pass, BatchPass alone) in Passes<T>(new RowSplit(threads)).Zip(Passes<T>(RowSplit.None)))
        {
            string name = $"{pass.Shape,-31} {pass.Name,-10} {precision,-9}";
            if (name.Contains(only, StringComparison.Ordinal))
                Print(name, pass, alone, peak);
        }
    }

    private static IEnumerable<BatchPass> Passes<T>(RowSplit split)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        s_matrices.SelectMany(m => BatchPasses.Dense<T>(m.Rows, m.Columns, m.Slots, split))
            .Concat(s_convolutions.SelectMany(c => BatchPasses.Convolution<T>(c.Shape, c.Slots, split)));

    private void Print(string name, BatchPass pass, BatchPass alone, Func<int, double> peak)
    {
        double flops = 2.0 * pass.MultiplyAdds;
        Func<double> work = Work(pass), one = Work(alone), limit = () => peak(1);
        int calls = Count(work), ones = Count(one), loops = Count(limit);
        List<double> rates = [], limits = [], oneRates = [];
        for (int round = 0; round < rounds; round++)
        {
            limits.Add(Gigaflops(limit, loops));
            rates.Add(Gigaflops(work, calls));
            if (threads > 1)
                oneRates.Add(Gigaflops(one, ones));
        }

        Series rate = new(rates), most = new(limits);
        string line = string.Create(
            CultureInfo.InvariantCulture,
            $"{name} {flops / rate.Most / 1000,-10:0.0} {rate.Most,-8:0} {Share(rate, most, "0 %"),-14}");
        Console.WriteLine(threads > 1 ? $"{line} {Share(rate, new Series(oneRates), "0.00")}" : line.TrimEnd());
    }

    // Quotient of the best, and in parentheses the median of the quotients.
    private static string Share(Series rate, Series other, string format) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(rate.Most / other.Most).ToString(format, CultureInfo.InvariantCulture)} "
            + $"({rate.Over(other).Median.ToString(format, CultureInfo.InvariantCulture)})");

    private static Func<double> Work(BatchPass pass)
    {
        double flops = 2.0 * pass.MultiplyAdds;
        return () =>
        {
            pass.Run();
            return flops;
        };
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
