using System.Diagnostics;
using PalActors.Areas.Toolkit.Inputs;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Benchmarks;

/// <summary>Compares passes over one projection by one thread with the same passes split over cores.</summary>
/// <remarks>
/// Both alternate in one process. The table shows from which size on splitting pays, and by how much; here passes of
/// every size are split.
/// </remarks>
internal static class RowsBenchmark
{
    // Each of them follows a pause.
    private const int MostChanges = 5;

    private const double BatchMicroseconds = 2_000;

    private static readonly int[] s_sizes = [100, 200, 300, 400, 500, 700, 1000, 2000, 4000];

    /// <summary>Measures and prints the table.</summary>
    /// <param name="rounds">Rounds that count.</param>
    /// <param name="threads">Threads of a split pass.</param>
    /// <param name="least">The smallest number of rows and columns.</param>
    /// <param name="most">The largest number of rows and columns.</param>
    public static void Run(int rounds, int threads, int least, int most)
    {
        // Print row by row, since the largest matrices take long.
        Print("matrix", "precision", "pass", "one thread, us", $"{threads} threads, us", "faster by");
        foreach (int size in s_sizes.Where(size => size >= least && size <= most))
        {
            foreach (Precision precision in Enum.GetValues<Precision>())
            {
                foreach (UpdateForm form in new[] { UpdateForm.None, UpdateForm.Hebbian, UpdateForm.LowPassed })
                    Print(Row(size, precision, form.ToString(), rounds, threads, split => Passes(
                        size, precision, form, split)));
                Print(Row(
                    size, precision, "change of a held input", rounds, threads,
                    split => Changes(size, precision, split)));
            }
        }

        Console.WriteLine($"{Environment.ProcessorCount} cores, medians of {rounds} rounds.");
    }

    private static void Print(params string[] cells) =>
        Console.WriteLine($"{cells[0],-12} {cells[1],-9} {cells[2],-23} {cells[3],-30} {cells[4],-30} {cells[5]}");

    private static string[] Row(
        int size, Precision precision, string pass, int rounds, int threads, Func<RowSplit, Func<int, double>> make)
    {
        Func<int, double> alone = make(RowSplit.None), split = make(new RowSplit(threads) { Least = 1 });
        List<double> one = [], several = [];
        alone(2);
        split(2);
        int count = (int)Math.Clamp(BatchMicroseconds / alone(2), 2, 10_000);
        for (int round = 0; round < rounds; round++)
        {
            one.Add(alone(count));
            several.Add(split(count));
        }

        Series a = new(one), b = new(several);
        return
        [
            $"{size} x {size}", precision.ToString().ToLowerInvariant(), pass, a.ToString(), b.ToString(),
            a.Over(b).ToString(),
        ];
    }

    // Microseconds per pass.
    private static Func<int, double> Passes(int size, Precision precision, UpdateForm form, RowSplit split)
    {
        PlasticProjection projection = SquareProjection.Make(size, precision, form, split);
        double[] rates = SquareProjection.Rates(size), sums = Padding.Align(size);
        return count =>
        {
            projection.Pass(rates, sums);
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < count; i++)
                projection.Pass(rates, sums);
            return Stopwatch.GetElapsedTime(start).TotalMicroseconds / count;
        };
    }

    // Microseconds per change. The pause before each is long enough for the helper threads to fall asleep, as in a
    // network.
    private static Func<int, double> Changes(int size, Precision precision, RowSplit split)
    {
        HeldInput held = new(SquareProjection.Make(size, precision, UpdateForm.LowPassed, split), 0.9999);
        double[] shown = SquareProjection.Rates(size), next = Padding.Align(size), sums = Padding.Align(size);
        Array.Fill(next, 0.25);
        return count =>
        {
            double microseconds = 0;
            count = Math.Min(count, MostChanges);
            for (int i = 0; i < count; i++)
            {
                long pause = Stopwatch.GetTimestamp();
                while (Stopwatch.GetElapsedTime(pause).TotalMicroseconds < 200)
                    held.Step(sums);
                long start = Stopwatch.GetTimestamp();
                held.Change(shown, next, sums);
                microseconds += Stopwatch.GetElapsedTime(start).TotalMicroseconds;
                (shown, next) = (next, shown);
            }

            return microseconds / count;
        };
    }
}
