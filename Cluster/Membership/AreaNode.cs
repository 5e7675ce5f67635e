using System.Diagnostics;
using Akka.Actor;
using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Nodes;
using PalActors.Clustering.Runs;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Membership;

/// <summary>What an area node is told.</summary>
public sealed record AreaNodeOptions
{
    /// <summary>Host of the seed.</summary>
    public required string SeedHost { get; init; }

    /// <summary>Port of the seed.</summary>
    public required int SeedPort { get; init; }

    /// <summary>Where it listens itself.</summary>
    public RemotingOptions Remoting { get; init; } = new();

    /// <summary>How long it looks for a seed, from its start and after each time it lost one.</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The experiment it expects the seed to run, or empty for any.</summary>
    public string Experiment { get; init; } = "";

    /// <summary>Where it sees the folder that all nodes share; null for the path that the seed names.</summary>
    public string? SharedFolder { get; init; }

    /// <summary>
    /// Computes the SHA-256 of this machine's copy of data that come as files; null where it lacks samples that a run
    /// uses.
    /// </summary>
    public Func<DataIdentity, string?> HashData { get; init; } = _ => null;

    /// <summary>Networks that may run side by side.</summary>
    public int Lanes { get; init; } = Environment.ProcessorCount;

    /// <summary>Further configuration of the actor system, HOCON, taken first.</summary>
    public string Configuration { get; init; } = "";
}

/// <summary>
/// An area node: sessions with a seed, one after the other, each with an actor system of its own, until the run is over, the seed refuses, or none was found for long enough.
/// </summary>
/// <param name="models">The cell models.</param>
/// <param name="options">What it is told.</param>
/// <param name="build">Build of the program.</param>
/// <param name="say">Takes a line for people.</param>
public sealed class AreaNode(
    ModelRegistry models, AreaNodeOptions options, BuildIdentity build, Action<string> say)
{
    // A seed that takes its time is the rule at a start: reasons only after a while.
    private static readonly TimeSpan s_explainEvery = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_joinLimit = TimeSpan.FromSeconds(30);

    private readonly Stopwatch _sinceSeed = Stopwatch.StartNew();
    private int _state;
    private NodeAddress? _named;
    private string _said = "";

    /// <summary>How far it is; any thread may ask.</summary>
    public SessionState State => (SessionState)Volatile.Read(ref _state);

    /// <summary>Runs until the node is done.</summary>
    /// <param name="stop">Makes it leave.</param>
    public async Task<SessionEnd> RunAsync(CancellationToken stop)
    {
        say($"waiting for the seed at {options.SeedHost}:{options.SeedPort}");
        while (true)
        {
            Enter(SessionState.Looking);
            SessionEnd end = await SessionAsync(stop).ConfigureAwait(false);
            if (end.Kind != SessionEndKind.SeedLost)
                return end;

            // A handshake that fails ends the actor system, too: without TLS, or by another authority.
            string reason = State == SessionState.Looking ? await ExplainAsync().ConfigureAwait(false) : end.Reason;
            if (_sinceSeed.Elapsed >= options.GiveUpAfter)
                return end with { Reason = reason };
            SayNew($"{reason}; looking for it again");
        }
    }

    private Task<string> ExplainAsync() => SeedLookup.ExplainAsync(
        options.SeedHost, options.SeedPort, options.Remoting.Tls is not null, Volatile.Read(ref _named));

    // What was said last is still true.
    private void SayNew(string line)
    {
        if (Interlocked.Exchange(ref _said, line) != line)
            say(line);
    }

    private async Task<SessionEnd> SessionAsync(CancellationToken stop)
    {
        using ActorSystem system = ClusterConfiguration.Start([ClusterConfiguration.AreaRole], options.Remoting, options.Lanes, 1, options.Configuration);
        Akka.Cluster.Cluster cluster = Akka.Cluster.Cluster.Get(system);
        Address own = cluster.SelfAddress, seed = new(own.Protocol, ActorSystems.Name, options.SeedHost, options.SeedPort);
        string name = $"{own.Host}:{own.Port}";
        TaskCompletionSource<SessionEnd> end = new(TaskCreationOptions.RunContinuationsAsynchronously);
        // Whatever cores the areas of a network leave over share passes over large matrices; a team that is busy is not waited for.
        SpareThreads spare = new(LaneRule.RowThreads(1, 1, Environment.ProcessorCount), DrawsAhead: false);
        system.ActorOf(Props.Create(() => new NodeActor(models, spare, options.SharedFolder, seed)), "node");
        Enrol enrol = new(Enrol.CurrentProtocol, build, name, options.Experiment, DataHash: "");
        Func<DataIdentity, string?> hashData = options.HashData;
        Action<SessionState> changed = Enter;
        Action<NodeAddress> named = Hint;
        system.ActorOf(Props.Create(() => new NodeEnrolment(enrol, hashData, seed, changed, named, end)), NodeEnrolment.Name);
        await using CancellationTokenRegistration registration = stop.Register(() => end.TrySetResult(new SessionEnd(SessionEndKind.Stopped, "stopped")));
        // The split brain resolver ends the system when the seed is away; then its actors answer nobody any more.
        _ = system.WhenTerminated.ContinueWith(
            _ => end.TrySetResult(new SessionEnd(SessionEndKind.SeedLost, "the seed is away")), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        SessionEnd ended = await WatchAsync(end.Task).ConfigureAwait(false);
        // Who leaves in an orderly way is missed at once; who lost the seed has nobody to say goodbye to.
        if (ended.Kind is SessionEndKind.Stopped or SessionEndKind.RunOver or SessionEndKind.RunFailed && !system.WhenTerminated.IsCompleted)
            await CoordinatedShutdown.Get(system).Run(CoordinatedShutdown.ClrExitReason.Instance).ConfigureAwait(false);
        else
            await system.Terminate().ConfigureAwait(false);
        return ended;
    }

    // Until the session ends, says now and then what it waits for, and gives up in time.
    private async Task<SessionEnd> WatchAsync(Task<SessionEnd> end)
    {
        Stopwatch looking = Stopwatch.StartNew(), enrolled = new();
        TimeSpan next = s_explainEvery;
        while (true)
        {
            await Task.WhenAny(end, Task.Delay(TimeSpan.FromMilliseconds(200))).ConfigureAwait(false);
            if (end.IsCompleted)
                return await end.ConfigureAwait(false);
            switch (State)
            {
                case SessionState.Joined:
                    _sinceSeed.Restart();
                    break;
                case SessionState.Enrolled:
                    enrolled.Start();
                    if (enrolled.Elapsed > s_joinLimit)
                        return new SessionEnd(SessionEndKind.SeedLost, $"the seed answers, but cannot reach this node at {options.Remoting.Host} (see --bind and --public-host)");
                    break;
                default:
                    if (_sinceSeed.Elapsed >= options.GiveUpAfter)
                        return new SessionEnd(SessionEndKind.SeedLost, "no seed answered");
                    if (looking.Elapsed >= next)
                    {
                        next = looking.Elapsed + s_explainEvery;
                        say($"no seed yet: {await ExplainAsync().ConfigureAwait(false)}; trying on");
                    }

                    break;
            }
        }
    }

    private void Hint(NodeAddress name)
    {
        Volatile.Write(ref _named, name);
        SayNew(SeedLookup.KnownAs(options.SeedHost, options.SeedPort, name));
    }

    private void Enter(SessionState state)
    {
        if (Interlocked.Exchange(ref _state, (int)state) == (int)state)
            return;
        if (state != SessionState.Joined)
            return;
        Volatile.Write(ref _said, "");
        say($"joined the run at {options.SeedHost}:{options.SeedPort}");
    }
}
