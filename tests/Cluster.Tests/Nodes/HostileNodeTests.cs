using Akka.Actor;
using PalActors.Cluster.Tests.Runs;
using PalActors.Clustering.Membership;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.Messages.Frames;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Nodes;

/// <summary>A hundred thousand messages of an attacker to every actor of a live run.</summary>
/// <remarks>
/// No actor fails, no connection breaks, and the result is the same to the bit. A process with a certificate can still
/// command a node by well-formed messages in another's name: mutual TLS is the boundary.
/// </remarks>
public sealed class HostileNodeTests
{
    private const int Batch = 1000;
    private const int Generation = 1;

    [Theory]
    [InlineData(100_000, FrameCut.UsualSize, 9, 7)]
    // All links between the areas are cut, and half of the hostile frames.
    [InlineData(20_000, 64, 17, 13)]
    public async Task ARunUnderFireEndsWithTheDigestOfThePlainLoop(int messages, int pieceSize, int first, int second)
    {
        // Far more ticks than are needed: the run is stopped when the attack is over.
        NetworkPlan plan = SmallPlans.YinYang(
            "PAL", layers: [4, first, second, 3], train: 100_000, validation: 1, ticks: 50);
        Milestone begun = new(), passed = new();
        RecordingObserver observer = new()
        {
            OnProgress = (_, tick) =>
            {
                begun.Reached(tick);
                passed.Reached(tick);
            },
        };
        FailureLog failures = new();
        RunSettings settings = new()
        {
            Execution = new ExecutionOptions
            {
                Faults = new FrameFaults(1, Drop: 0, Duplicate: 0.05, HoldBack: 0),
                PieceSize = pieceSize,
            },
            Configuration = failures.Configuration,
        };
        await using ClusterFixture cluster = new([plan], 1, settings, observer: observer);
        await using Attacker attacker = new(failures);
        Task<SessionEnd> node = await cluster.JoinAsync(configuration: failures.Configuration);
        begun.Await(1000);
        await begun.Task;
        Address seed = Attacker.At(await cluster.Port), area = Attacker.At(cluster.NodePort());
        string[] hosts = await attacker.GreetedAsync(seed, area, Host);

        await FireAsync(attacker, plan, messages, cut: pieceSize == 64, seed, area);

        // The same actors still answer, over the same connections, and the run goes on.
        Assert.Equal(hosts, await attacker.GreetedAsync(seed, area, Host));
        passed.Await(observer.ProgressOf(0)[^1] + 1000);
        await passed.Task;
        Assert.Empty(attacker.Broken);
        Assert.Empty(failures.Errors);
        await cluster.StopAsync();
        NetworkOutcome outcome = Assert.Single(await cluster.EndAsync());
        Assert.Equal(RunFixture.PlainDigest(plan, outcome.Tick), outcome.Digest);
        Assert.Equal(SessionEndKind.RunOver, (await node.WaitAsync(ClusterFixture.Limit)).Kind);
        Assert.Empty(failures.Errors);
        Assert.DoesNotContain(observer.Metrics, metric => double.IsNaN(metric.Value));
        Assert.Empty(observer.Blocks);
        // One generation, one node, all along.
        Assert.DoesNotContain(cluster.Lines, line => line.Contains("is gone", StringComparison.Ordinal));
        Assert.DoesNotContain(cluster.Lines, line => line.Contains("2 of 1", StringComparison.Ordinal));
    }

    private const string Host = "user/node/network-0-g1";

    // All actors that there may be. Where one lives on the other node, the message has no receiver, which must do no
    // harm either.
    private static string[] Victims(NetworkPlan plan) =>
    [
        "user/node", Host, "user/members", "user/enrolment", "user/clock-0-g1", $"{Host}/stimulus", $"{Host}/target",
        .. Enumerable.Range(1, plan.Top).SelectMany(area => new[] { $"{Host}/area-{area}", $"{Host}/ingress-{area}" }),
    ];

    private static async Task FireAsync(
        Attacker attacker, NetworkPlan plan, int messages, bool cut, Address seed, Address node)
    {
        Random random = new(6);
        HostileFrames frames = new(plan, Generation, random);
        HostileControl control = new(plan, Generation, random);
        string[] victims = Victims(plan);
        for (int i = 0; i < messages; i++)
        {
            string victim = victims[random.Next(victims.Length)];
            object message = random.Next(20) switch
            {
                < 9 when cut && i % 2 == 0 => frames.PieceFor(AreaOf(victim) ?? random.Next(1, plan.Top + 1)),
                < 9 => frames.For(AreaOf(victim) ?? random.Next(1, plan.Top + 1)),
                < 18 => control.Next(),
                _ => frames.Raw(),
            };
            attacker.Send(random.Next(2) == 0 ? seed : node, victim, message, named: random.Next(2) == 0);
            // Keep the attacker's own queue short: the messages sent so far are read before the answer comes.
            if (i % Batch == Batch - 1)
                await attacker.GreetedAsync(seed, node, Host);
        }
    }

    private static int? AreaOf(string victim) =>
        char.IsAsciiDigit(victim[^1]) && victim[^2] == '-' ? victim[^1] - '0' : null;

    /// <summary>Completes when progress is reported at a tick or beyond.</summary>
    private sealed class Milestone
    {
        private readonly TaskCompletionSource _there = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private long _tick = long.MaxValue;

        public Task Task => _there.Task.WaitAsync(ClusterFixture.Limit);

        public void Await(long tick) => Volatile.Write(ref _tick, tick);

        public void Reached(long tick)
        {
            if (tick >= Volatile.Read(ref _tick))
                _there.TrySetResult();
        }
    }
}
