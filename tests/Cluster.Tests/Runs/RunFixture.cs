using System.Collections.Concurrent;
using PalActors.Areas.Models;
using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Runs;

/// <summary>Runs of small networks, and a plain loop's results for the same networks.</summary>
internal static class RunFixture
{
    private static readonly ConcurrentDictionary<string, Lazy<HistoryLoop>> s_loops = new();

    /// <summary>An evaluation, 200 presentations to learn from, an evaluation: 5600 ticks.</summary>
    public static NetworkPlan Plan(string model, int network = 0, params string[] options) =>
        SmallPlans.YinYang(model, train: 200, validation: 40, options: options) with { Network = network };

    /// <summary>The plain loop of that plan at its end.</summary>
    public static HistoryLoop Loop(string model, params string[] options) => s_loops.GetOrAdd(
        $"{model} {string.Join(' ', options)}",
        _ => new Lazy<HistoryLoop>(() =>
            new HistoryLoop(new PlannedNetwork(Plan(model, 0, options))).RunTo(Plan(model).Schedule.EndTick))).Value;

    /// <summary>Digest at a tick of the plain loop of a plan, which supports no delays.</summary>
    public static string PlainDigest(NetworkPlan plan, long tick)
    {
        PlainLoop loop = new(new PlannedNetwork(plan));
        loop.RunTo(tick);
        return NetworkDigest.Compute(loop.Capture());
    }

    /// <summary>The measures of a plain loop, in the order of an observer.</summary>
    public static IEnumerable<Metric> Sorted(IEnumerable<Metric> metrics) =>
        metrics.OrderBy(m => m.Tick).ThenBy(m => m.Place).ThenBy(m => m.Name, StringComparer.Ordinal);

    /// <summary>Runs one network, and fails instead of hanging if it does not end.</summary>
    public static async Task<(NetworkOutcome Outcome, RecordingObserver Observer)> RunAsync(
        NetworkPlan plan, RunSettings settings)
    {
        RecordingObserver observer = new();
        return (Assert.Single(await RunAsync([plan], settings, observer)), observer);
    }

    /// <summary>Runs networks, and fails instead of hanging if they do not end.</summary>
    public static Task<IReadOnlyList<NetworkOutcome>> RunAsync(
        IReadOnlyList<NetworkPlan> plans, RunSettings settings, IRunObserver observer,
        CancellationToken stop = default) =>
        LocalRun.RunAsync(CellModels.All, plans, settings, observer, stop).WaitAsync(TimeSpan.FromSeconds(20));
}
