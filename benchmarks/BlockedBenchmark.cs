using System.Diagnostics;
using PalActors.Areas.Toolkit.Inputs;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Benchmarks;

/// <summary>Compares forward projections in blocks of ticks with a pass over the matrix in every tick.</summary>
/// <remarks>
/// Both alternate in one process. The table shows from which size on blocks pay, and how long they should be.
/// </remarks>
internal static class BlockedBenchmark
{
    private const double BatchMicroseconds = 4_000;

    private static readonly int[] s_sizes = [100, 200, 300, 400, 500, 700, 1000, 2000];
    private static readonly int[] s_ticks = [4, 8, 16, 24, 32, 48];

    /// <summary>Measures and prints the table.</summary>
    /// <param name="rounds">Rounds that count.</param>
    /// <param name="threads">Threads that share a matrix.</param>
    /// <param name="least">The smallest number of rows and columns.</param>
    /// <param name="most">The largest number of rows and columns.</param>
    public static void Run(int rounds, int threads, int least, int most)
    {
        Print(
            "matrix",
            "precision",
            "update",
            "every tick, us",
            [.. s_ticks.Select(ticks => $"{ticks} ticks, us: faster by")]);
        foreach (int size in s_sizes.Where(size => size >= least && size <= most))
        {
            foreach (Precision precision in Enum.GetValues<Precision>())
            {
                foreach (UpdateForm form in new[] { UpdateForm.Hebbian, UpdateForm.LowPassed })
                    Row(size, precision, form, rounds, new RowSplit(threads));
            }
        }

        Console.WriteLine(
            $"Medians of {rounds} rounds, per tick; faster by: median of the rounds' quotients. {threads} of "
                + $"{Environment.ProcessorCount} cores.");
    }

    private static void Print(string matrix, string precision, string update, string eager, string[] blocked) =>
        Console.WriteLine(
            $"{matrix,-12} {precision,-9} {update,-10} {eager,-15} "
                + $"{string.Join(' ', blocked.Select(cell => $"{cell,-26}"))}");

    private static void Row(int size, Precision precision, UpdateForm form, int rounds, RowSplit split)
    {
        Func<double> every = Every(size, precision, form, split);
        Func<double>[] blocks = [.. s_ticks.Select(ticks => Blocks(size, precision, form, split, ticks))];
        List<double> eager = [];
        List<double>[] blocked = [.. blocks.Select(_ => new List<double>())];
        for (int round = -1; round < rounds; round++)
        {
            double one = every();
            if (round >= 0)
                eager.Add(one);
            for (int i = 0; i < blocks.Length; i++)
            {
                double several = blocks[i]();
                if (round >= 0)
                    blocked[i].Add(several);
            }
        }

        Series whole = new(eager);
        Print(
            $"{size} x {size}",
            precision.ToString().ToLowerInvariant(),
            form.ToString(),
            Series.Text(whole.Median),
            [
                .. blocked.Select(b => new Series(b))
                    .Select(b => $"{Series.Text(b.Median)}: {Series.Text(whole.Over(b).Median)}"),
            ]);
    }

    private static Func<double> Every(int size, Precision precision, UpdateForm form, RowSplit split)
    {
        PlasticProjection projection = SquareProjection.Make(size, precision, form, split);
        double[] rates = SquareProjection.Rates(size), sums = Padding.Align(size);
        return () => Timed(1, () => projection.Pass(rates, sums));
    }

    private static Func<double> Blocks(int size, Precision precision, UpdateForm form, RowSplit split, int ticks)
    {
        BlockedInput blocked = new(SquareProjection.Make(size, precision, form, split), 0.9999, ticks);
        double[] rates = SquareProjection.Rates(size), sums = Padding.Align(size);
        return () => Timed(ticks, () =>
        {
            for (int tick = 1; tick < ticks; tick++)
                blocked.Foresee(tick, rates);
            blocked.Begin(rates, rates);
            for (int tick = 0; tick < ticks; tick++)
                blocked.Step(tick, sums);
        });
    }

    // Result: microseconds per tick.
    private static double Timed(int ticks, Action block)
    {
        block();
        long start = Stopwatch.GetTimestamp();
        int count = 0;
        while (count < 2 || Stopwatch.GetElapsedTime(start).TotalMicroseconds < BatchMicroseconds)
        {
            block();
            count++;
        }

        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / ((long)count * ticks);
    }
}
