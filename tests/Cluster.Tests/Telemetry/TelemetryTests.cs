using System.Diagnostics;
using PalActors.Areas.Contract.Models;
using PalActors.Cluster.Tests.Nodes;
using PalActors.Cluster.Tests.Runs;
using PalActors.Clustering.Recovery;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Telemetry;

/// <summary>Metrics and spans say what results say, and change no digest.</summary>
[Collection("telemetry")]
public sealed class TelemetryTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("palactors-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("PAL")]
    [InlineData("PAL", "sync=free", "staleness=3", "delay_up=2", "delay_down=2")]
    public async Task TheMetricsOfARunAgreeWithItsOutcome(string model, params string[] options)
    {
        NetworkPlan plan = RunFixture.Plan(model, 0, options);
        using TelemetryLog log = new();
        RunSettings settings = new();

        (NetworkOutcome outcome, RecordingObserver observer) = await RunFixture.RunAsync(plan, settings);

        Assert.Equal(outcome.Tick, log.Of("palactors.ticks").Sum());
        Assert.Equal(outcome.Tick, log.Of("palactors.tick")[^1]);
        Assert.Equal(0, log.Of("palactors.tick.speed")[^1]);
        Assert.Equal(outcome.Figures.Frames, log.Of("palactors.frames", "palactors.origin", "local").Sum());
        Assert.Equal(0, log.Of("palactors.frames", "palactors.origin", "remote").Sum());
        double waited = double.IsNaN(outcome.Figures.Waited) ? 0 : outcome.Figures.Waited;
        Assert.Equal(waited, log.Of("palactors.waiting.time").Sum(), 1e-9);
        Assert.Equal([plan.Top, -plan.Top], log.Of("palactors.areas"));
        Assert.Equal([1], log.Of("palactors.generation"));
        Assert.Equal(0, log.Of("palactors.recoveries").Sum() + log.Of("palactors.divergences").Sum());
        Assert.Equal(
            observer.Metrics.Where(metric => metric.Name == CommonMetrics.AccuracyValidation).Select(m => m.Value),
            log.Of("palactors.accuracy", "palactors.metric", CommonMetrics.AccuracyValidation));
        Assert.Equal(
            observer.Metrics.Where(metric => metric.Name == "angle_WT_B").Select(metric => metric.Value).Order(),
            log.Of("palactors.angle", "palactors.metric", "angle_WT_B").Order());
        Assert.Equal(options.Length > 0, outcome.Figures.Staleness.Count > 0);
        Assert.Equal(
            outcome.Figures.Staleness.Select(link => link.Ticks.Length - 1.0).OrderDescending().Take(1),
            log.Of("palactors.staleness.max").TakeLast(1));
        Assert.Equal(
            [("generation", "run"), ("run", null)],
            log.Spans.Select(span => (span.OperationName, span.Parent?.OperationName)));
        Assert.Equal((RunPhase.Over, 0), (settings.Status.Phase, settings.Status.Wanted));
        Assert.Equal(outcome.Tick, Assert.Single(settings.Status.Networks).Tick);
        if (options.Length == 0)
            Assert.Equal(NetworkDigest.Compute(RunFixture.Loop(model).Capture()), outcome.Digest);
    }

    [Fact]
    public async Task ARecoveryIsCountedAndHasItsSpans()
    {
        NetworkPlan plan = SmallPlans.YinYang("PAL", layers: [4, 9, 7, 3], train: 100_000, validation: 1);
        using SnapshotKeeper keeper = new(
            _folder.FullName, plan, new SnapshotInterval(2000, TimeSpan.Zero), sharesFolder: false,
            [ClusterFixture.Build], _ => { });
        RunSettings settings = new() { KeeperOf = _ => keeper, HorizonTime = TimeSpan.FromMilliseconds(20) };
        using TelemetryLog log = new();
        await using (ClusterFixture cluster = new([plan], nodes: 1, settings))
        {
            using CancellationTokenSource leave = new();
            await cluster.JoinAsync(stop: leave.Token);
            await cluster.ReachedAsync(6000);
            NodeAreas[] places = [.. Assert.Single(settings.Status.Networks).Places];
            Assert.Equal(["seed", $"127.0.0.1:{cluster.NodePort()}"], places.Select(place => place.Node));
            Assert.Equal(["1", "2", "3"], places.SelectMany(place => place.Areas).Order(StringComparer.Ordinal));
            Assert.Equal(RunPhase.Running, settings.Status.Phase);
            await cluster.JoinAsync();
            await leave.CancelAsync();
            await cluster.AssertRecoversAsync(plan);
            Assert.Equal(
                cluster.Observer.Kept.Count, log.Of("palactors.snapshots", "palactors.outcome", "kept").Sum());
        }

        Assert.Equal(1, log.Of("palactors.recoveries").Sum());
        Assert.True(Assert.Single(log.Of("palactors.recovery.duration")) > 0);
        Assert.Equal([1, 2], log.Of("palactors.generation"));
        Assert.Equal([0, 1], log.Of("palactors.nodes").Take(2));
        Assert.True(log.Of("palactors.frames", "palactors.origin", "remote").Sum() > 0);
        Assert.True(log.Of("palactors.frame.io").Sum() > 0);
        Assert.All(log.Of("palactors.snapshot.size"), size => Assert.True(size > 1000));
        Assert.Equal(0, log.Of("palactors.areas").Sum());
        Activity[] generations = [.. log.Spans.Where(span => span.OperationName == "generation")];
        Activity run = Assert.Single(log.Spans, span => span.OperationName == "run");
        Assert.Equal(
            [(1, ActivityStatusCode.Error), (2, ActivityStatusCode.Unset)],
            generations.Select(span => ((int)span.GetTagItem("palactors.generation")!, span.Status)));
        Assert.All(generations, span => Assert.Equal(run.SpanId, span.ParentSpanId));
        Activity recovery = Assert.Single(log.Spans, span => span.OperationName == "recovery");
        Assert.Equal(generations[0].SpanId, recovery.ParentSpanId);
        ActivitySpanId[] parents = [.. generations.Select(span => span.SpanId)];
        Activity[] snapshots = [.. log.Spans.Where(span => span.OperationName == "snapshot")];
        Assert.NotEmpty(snapshots);
        Assert.All(snapshots, span => Assert.Contains(span.ParentSpanId, parents));
    }
}

/// <summary>Nothing else runs in the process meanwhile: instruments of the process count everything.</summary>
[CollectionDefinition("telemetry", DisableParallelization = true)]
public sealed class TelemetryCollection;
