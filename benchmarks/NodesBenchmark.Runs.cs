using System.Diagnostics;
using System.Globalization;
using PalActors.Areas.Models;
using PalActors.Clustering.Membership;
using PalActors.Clustering.Remoting;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.Messages.Plan;

namespace PalActors.Benchmarks;

/// <content>The timed runs over two processes.</content>
internal static partial class NodesBenchmark
{
    private static readonly BuildIdentity s_build = new("", nameof(NodesBenchmark), "");

    /// <summary>Runs an area node: the child process.</summary>
    public static async Task<int> ServeAsync(int port)
    {
        AreaNodeOptions options = new() { SeedHost = "127.0.0.1", SeedPort = port };
        SessionEnd end = await new AreaNode(CellModels.All, options, s_build, _ => { })
            .RunAsync(CancellationToken.None);
        return end.Kind == SessionEndKind.RunOver ? 0 : 1;
    }

    private static Task<IReadOnlyList<NetworkOutcome>> ApartAsync(
        NetworkPlan plan, RunSettings settings, IRunObserver watch)
    {
        Process? child = null;
        ClusterSettings cluster = new()
        {
            Nodes = 1,
            Remoting = new RemotingOptions(),
            Build = s_build,
            Experiment = "benchmark",
            Say = _ => { },
            Listening = (_, port) =>
                child = ChildProcess.Start("area-node", port.ToString(CultureInfo.InvariantCulture)),
        };
        return ClusterRun.RunAsync(CellModels.All, [plan], settings, cluster, watch, CancellationToken.None);
    }

    private static async Task<string> TimeAsync(
        NetworkPlan plan, TickTimes times, bool counts, Func<IRunObserver, Task<IReadOnlyList<NetworkOutcome>>> run)
    {
        SteadyWatch watch = new(plan.Schedule.EndTick / 4);
        NetworkOutcome outcome = (await run(watch))[0];
        if (counts)
            watch.AddTo(times);
        return outcome.Digest;
    }

    // The number of ticks for about a second with two processes.
    private static NetworkPlan Plan(int[] layers, int delay)
    {
        long ticks = delay switch { < 5 => 12_000, < 20 => 60_000, _ => layers[1] > 30 ? 60_000 : 200_000 };
        NetworkPlan plan = new TimedNetwork(layers).Plans((int)(ticks / TimedNetwork.EpochTicks))[0];
        string text = delay.ToString(CultureInfo.InvariantCulture);
        return plan with
        {
            Options =
            [
                .. plan.Options.Where(o => o.Name is not ("delay_up" or "delay_down")),
                new("delay_up", [text]),
                new("delay_down", [text]),
            ],
        };
    }
}
