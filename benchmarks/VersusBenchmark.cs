using PalActors.Cli.Terminal;
using PalActors.Clustering.Runs;
using Spectre.Console;

namespace PalActors.Benchmarks;

/// <summary>Compares networks as actors with bars and with other programs' figures.</summary>
/// <remarks>
/// The networks are those that other programs were timed on. A bar is the cost that must not be exceeded; beside it
/// stands what the authors' own programs need per step.
/// </remarks>
internal static class VersusBenchmark
{
    // The numpy program does 3,500 to 5,500 steps of 5-20-10-20-5 per second in a process. Ten seeds are compared with
    // the faster figure, one process per core, without mutual slowing.
    private static readonly double s_numpySide = 1e6 / 5500 / Environment.ProcessorCount;

    private static readonly VersusRow[] s_rows =
    [
        new(new([4, 30, 3]), 0.45, Numpy: 78, GeNN: 1.68),
        new(new([784, 100, 10]), 1.25, Numpy: 229, GeNN: 112),
        new(new([5, 20, 10, 20, 5]), 1.0, Numpy: 179),
        // The passes alone run on one thread, so for a fair multiple the actors do too; the row after it, without a
        // bar, uses the default number of threads.
        new(new([500, 500, 500, 500]), null) { MostTimesKernels = 1.2, Threads = 1 },
        new(new([500, 500, 500, 500]), null),
        new(new([5, 20, 10, 20, 5], Generator: "numpy-legacy"), 2.0, Numpy: 179),
        new(new([5, 20, 10, 20, 5], Seeds: 10), null, Numpy: s_numpySide) { LeastTicksPerSecond = 1.8e6 },
    ];

    /// <summary>Measures and prints the table.</summary>
    /// <param name="rounds">Rounds that count.</param>
    /// <param name="only">A part of the names of the networks to measure.</param>
    /// <param name="peers">Other programs' figures, which replace or complete the built-in ones.</param>
    /// <returns>True if every bar was met.</returns>
    public static async Task<bool> RunAsync(int rounds, string only, IReadOnlyList<Peer> peers)
    {
        Table table = new Table().AddColumns(
            "network", "model", "generator", "threads", "us/tick: median (min-max)", "ticks/s", "frames/tick",
            "bytes/tick", "bar", "met", "peers, us/step", "peer / ours");
        bool all = true;
        foreach (VersusRow row in s_rows.Where(
            row => $"{row.Name}, {row.Network.Generator}".Contains(only, StringComparison.Ordinal)))
        {
            Func<Messages.Plan.NetworkPlan, double>? kernels =
                row.MostTimesKernels is null ? null : new KernelsAlone(row.Network.Layers).Run;
            Timing timing = await NetworkTiming.MeasureAsync(
                row.Network, rounds, new RunSettings { ThreadsPerNetwork = row.Threads }, kernels);
            (string bar, bool? met) = Judge(row, timing);
            all &= met != false;
            Peer[] known = [.. Known(row, peers)];
            table.AddRow(
                row.Name, row.Network.Model, row.Network.Generator, row.Threads?.ToString() ?? "by rule",
                timing.Microseconds.ToString(), $"{timing.TicksPerSecond:#,0}", Series.Text(timing.Frames),
                Series.Text(timing.Bytes.Median), bar, met switch { true => "yes", false => "NO", null => "" },
                string.Join('\n', known.Select(peer => $"{peer.Name} {Series.Text(peer.Microseconds)}")),
                string.Join('\n', known.Select(peer => Series.Text(peer.Microseconds / timing.Microseconds.Median))));
        }

        ConsoleFactory.Create(Console.Out).Write(table);
        Console.WriteLine(
            $"{Environment.ProcessorCount} cores, {rounds} rounds, all learning on. Of several seeds: ticks of all of "
                + "them. numpy with several seeds: one process per core at 5,500 steps/s.");
        return all;
    }

    private static (string Bar, bool? Met) Judge(VersusRow row, Timing timing) => row switch
    {
        { MostMicroseconds: double most } => ($"<= {Series.Text(most)} us", timing.Microseconds.Median <= most),
        { LeastTicksPerSecond: double least } => ($">= {least:#,0}/s", timing.TicksPerSecond >= least),
        { MostTimesKernels: double most } when timing.Beside is Series kernels => (
            $"<= {Series.Text(most)} x kernels\n{kernels}\nis {timing.Microseconds.Over(kernels)}",
            timing.Microseconds.Over(kernels).Median <= most),
        _ => ("", null),
    };

    // A figure for this network takes precedence over one for all networks, and that over the built-in one.
    private static IEnumerable<Peer> Known(VersusRow row, IReadOnlyList<Peer> given) =>
        row.Peers()
            .Concat(given.Where(peer => peer.Network is null)).Concat(given.Where(peer => peer.Network == row.Name))
            .GroupBy(peer => peer.Name, StringComparer.OrdinalIgnoreCase).Select(same => same.Last());
}
