using System.Diagnostics;
using System.Globalization;
using PalActors.Benchmarks;

namespace PalActors.TorchBenchmarks;

/// <summary>Measures contenders in turn, round by round.</summary>
/// <param name="contenders">The contenders; the first is what others are compared with.</param>
/// <param name="steps">Steps of a turn.</param>
/// <param name="seconds">Time to measure.</param>
internal sealed class SideBySide(IReadOnlyList<Contender> contenders, int steps, double seconds)
{
    private const int LeastRounds = 3;
    private readonly bool _isOneThread = contenders.All(contender => contender.Threads == 1);

    /// <summary>Measures and prints a table.</summary>
    public void Print()
    {
        foreach (Contender contender in contenders)
            contender.Run(steps);
        List<double>[] times = [.. contenders.Select(_ => new List<double>())];
        long start = Stopwatch.GetTimestamp();
        for (int round = 0; round < LeastRounds || Stopwatch.GetElapsedTime(start).TotalSeconds < seconds; round++)
        {
            for (int i = 0; i < contenders.Count; i++)
            {
                // In every other round the other way round, so that no one always follows the same.
                int turn = round % 2 == 0 ? i : contenders.Count - 1 - i;
                times[turn].Add(Turn(contenders[turn]));
            }
        }

        Series[] series = [.. times.Select(values => new Series(values))];
        Console.WriteLine($"  {"",-36} {"threads",-8} {"ms per step",-24} {contenders[0].Name}'s time over it");
        for (int i = 0; i < series.Length; i++)
        {
            Console.WriteLine(
                $"  {contenders[i].Name,-36} {contenders[i].Threads,-8} {series[i],-24} "
                    + (i == 0 ? "" : $"{series[0].Over(series[i])}"));
        }

        PrintScaling(series);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  medians (least-most) of {times[0].Count} rounds of {steps} steps"));
    }

    private void PrintScaling(Series[] series)
    {
        for (int i = 0; i < series.Length; i++)
        {
            int one = contenders.ToList().FindIndex(
                other => other.Name == contenders[i].Name && other.Threads == 1 && contenders[i].Threads > 1);
            if (one >= 0)
            {
                Console.WriteLine(
                    $"  {contenders[i].Name}: {contenders[i].Threads} threads are {series[one].Over(series[i])} "
                        + "times as fast as one");
            }
        }
    }

    private double Turn(Contender contender)
    {
        // The last one's helpers stop waiting for work actively.
        Thread.Sleep(10);
        double once = Time(contender.Run);
        return contender.Longer is null ? once : (Time(contender.Longer) - once) / 4;
    }

    // Milliseconds per step, if there are that many.
    private double Time(Action<int> run)
    {
        TimeSpan start = Now();
        run(steps);
        return (Now() - start).TotalMilliseconds / steps;
    }

    // Processor time, which other work on the machine disturbs less, where it is that of one thread.
    private TimeSpan Now() => _isOneThread ? Environment.CpuUsage.TotalTime : Stopwatch.GetElapsedTime(0);
}
