using System.Collections.Concurrent;
using System.Globalization;
using Akka.Actor;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models;
using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Cluster.Tests.Runs;
using PalActors.Clustering.Membership;
using PalActors.Clustering.Remoting;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Nodes;

/// <summary>
/// A clustered run in this process: a seed node and area nodes, each with its own actor system and port on loopback.
/// </summary>
internal sealed class ClusterFixture : IAsyncDisposable
{
    /// <summary>The build of all nodes.</summary>
    public static readonly BuildIdentity Build = new("00", "test", "");

    /// <summary>The most time that any step may take.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly TaskCompletionSource<int> _port = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _end = new();
    private readonly List<Task<SessionEnd>> _nodes = [];
    private readonly string _mark = Guid.NewGuid().ToString();
    private readonly ModelRegistry _models;
    private readonly Task<IReadOnlyList<NetworkOutcome>> _run;

    /// <summary>Starts a seed node that waits for area nodes.</summary>
    public ClusterFixture(
        IReadOnlyList<NetworkPlan> plans, int nodes, RunSettings? settings = null, bool seedHostsAreas = true,
        BuildIdentity? build = null, RemotingOptions? remoting = null, RecordingObserver? observer = null,
        TimeSpan? remindEvery = null, ModelRegistry? models = null, TimeSpan? patience = null)
    {
        _models = models ?? CellModels.All;
        Observer = observer ?? new RecordingObserver();
        ClusterSettings cluster = new()
        {
            Nodes = nodes,
            HostsAreas = seedHostsAreas,
            Remoting = remoting ?? new RemotingOptions(),
            Build = build ?? Build,
            Experiment = "test",
            Say = Say,
            RemindEvery = remindEvery ?? Limit,
            Patience = patience,
            Files = DataFiles.Of(plans[0]),
            Listening = (at, port) =>
            {
                Say(string.Create(CultureInfo.InvariantCulture, $"the seed is {at}:{port}"));
                _port.TrySetResult(port);
            },
        };
        settings ??= new RunSettings();
        settings = settings with { Configuration = settings.Configuration + MarkedSystems.Configuration(_mark) };
        _run = ClusterRun.RunAsync(_models, plans, settings, cluster, Observer, _end.Token);
    }

    /// <summary>The lines that the seed node and its area nodes have printed.</summary>
    public ConcurrentQueue<string> Lines { get; } = new();

    /// <summary>The observer of the run.</summary>
    public RecordingObserver Observer { get; }

    /// <summary>The seed node's port, once it listens.</summary>
    public Task<int> Port => _port.Task.WaitAsync(Limit);

    /// <summary>Starts a node.</summary>
    public async Task<Task<SessionEnd>> JoinAsync(
        BuildIdentity? build = null, string experiment = "", RemotingOptions? remoting = null,
        TimeSpan? giveUpAfter = null, CancellationToken stop = default, string configuration = "",
        string host = "127.0.0.1")
    {
        AreaNodeOptions options = new()
        {
            SeedHost = host,
            SeedPort = await _port.Task.WaitAsync(Limit, CancellationToken.None),
            GiveUpAfter = giveUpAfter ?? Limit,
            Experiment = experiment,
            HashData = DataFiles.HashHere,
            Remoting = remoting ?? new RemotingOptions(),
            Configuration = configuration + MarkedSystems.Configuration($"{_mark} node"),
        };
        Task<SessionEnd> node = new AreaNode(_models, options, build ?? Build, Say).RunAsync(stop);
        _nodes.Add(node);
        return node;
    }

    /// <summary>Waits until all areas have completed a tick.</summary>
    public Task ReachedAsync(long tick)
    {
        TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Observer.OnProgress = (_, at) =>
        {
            if (at >= tick)
                reached.TrySetResult();
        };
        return reached.Task.WaitAsync(Limit);
    }

    /// <summary>Waits until the actors of so many generations have been up.</summary>
    public Task GenerationsAsync(int count)
    {
        TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Observer.OnStarted = Look;
        Look();
        return started.Task.WaitAsync(Limit);

        void Look()
        {
            if (Observer.StartedNetworks.Count >= count)
                started.TrySetResult();
        }
    }

    /// <summary>Waits until a node prints a line with these words.</summary>
    public Task SaysAsync(string words)
    {
        TaskCompletionSource said = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Said += line =>
        {
            if (line.Contains(words, StringComparison.Ordinal))
                said.TrySetResult();
        };
        foreach (string line in Lines)
        {
            if (line.Contains(words, StringComparison.Ordinal))
                said.TrySetResult();
        }

        return said.Task.WaitAsync(Limit);
    }

    /// <summary>Actor system of the seed.</summary>
    public ActorSystem Seed => MarkedSystems.Of(_mark);

    /// <summary>The newest actor system of an area node.</summary>
    public ActorSystem Node => MarkedSystems.Of($"{_mark} node");

    /// <summary>An actor of the seed, as the seed itself refers to it.</summary>
    public ActorSelection OfSeed(string path) => Seed.ActorSelection($"/{path}");

    /// <summary>An actor of the newest node, as that node itself refers to it.</summary>
    public ActorSelection OfNode(string path) => Node.ActorSelection($"/{path}");

    /// <summary>Port of the first node that has joined, from the seed's line about it.</summary>
    public int NodePort()
    {
        string line = Lines.First(line => line.StartsWith("node 127.0.0.1:", StringComparison.Ordinal));
        string address = line.Split(' ')[1];
        return int.Parse(address[(address.LastIndexOf(':') + 1)..], CultureInfo.InvariantCulture);
    }

    /// <summary>Waits for the end of the run.</summary>
    public Task<IReadOnlyList<NetworkOutcome>> EndAsync() => _run.WaitAsync(Limit);

    /// <summary>Stops the run.</summary>
    public Task StopAsync() => _end.CancelAsync();

    /// <summary>
    /// Waits for the second generation of the only network, stops the run, and asserts that it went on from a snapshot
    /// and ended with the digest of the plain loop.
    /// </summary>
    public async Task AssertRecoversAsync(NetworkPlan plan)
    {
        await GenerationsAsync(2);
        await StopAsync();
        NetworkOutcome outcome = Assert.Single(await EndAsync());
        Assert.Equal(RunFixture.PlainDigest(plan, outcome.Tick), outcome.Digest);
        Assert.Contains(Observer.Generations, generation => generation is { Generation: 2, Tick: > 0 });
    }

    /// <summary>Digest of the plain loop at the end of a plan.</summary>
    public static string PlainDigest(NetworkPlan plan)
    {
        PlainLoop loop = new(new PlannedNetwork(plan));
        loop.RunTo(plan.Schedule.EndTick);
        return NetworkDigest.Compute(loop.Capture());
    }

    private event Action<string>? Said;

    private void Say(string line)
    {
        Lines.Enqueue(line);
        Said?.Invoke(line);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        try
        {
            await _run.WaitAsync(Limit);
        }
        catch (RunFailedException)
        {
            // The test has seen it, or failed for another reason.
        }

        await Task.WhenAll(_nodes).WaitAsync(Limit);
        _end.Dispose();
    }
}
