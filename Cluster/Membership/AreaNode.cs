using System.Diagnostics;
using Akka.Actor;
using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Lanes;
using PalActors.Clustering.Nodes;
using PalActors.Clustering.Remoting;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Membership;

/// <summary>Area node: runs sessions with a seed, one after the other, each with an actor system of its own.</summary>
/// <remarks>
/// It ends when the run is over, when the seed refuses it, or when no seed was found for long enough. One that stays
/// looks for the next seed in place of the first two.
/// </remarks>
/// <param name="models">The cell models.</param>
/// <param name="options">Its options.</param>
/// <param name="build">Build of the program.</param>
/// <param name="say">Takes a line for people.</param>
public sealed partial class AreaNode(
    ModelRegistry models, AreaNodeOptions options, BuildIdentity build, Action<string> say)
{
    // At a start the seed usually takes some time: give reasons only after a while.
    private static readonly TimeSpan s_explainEvery = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_joinLimit = TimeSpan.FromSeconds(30);

    private readonly Stopwatch _sinceSeed = Stopwatch.StartNew();
    private int _state;
    private NodeAddress? _named;
    private string _said = "";
    private HostedNetworks? _hosted;
    private string? _name;

    /// <summary>Progress of the session; may be read from any thread.</summary>
    public SessionState State => (SessionState)Volatile.Read(ref _state);

    /// <summary>Its address in the cluster, HOST:PORT; null before its first session. May be read from any thread.
    /// </summary>
    public string? Name => Volatile.Read(ref _name);

    /// <summary>Networks of which it hosts areas; may be read from any thread.</summary>
    public IReadOnlyList<HostedNetwork> Hosted => Volatile.Read(ref _hosted)?.All ?? [];

    /// <summary>Runs until the node is done.</summary>
    /// <param name="stop">Makes the node leave.</param>
    public async Task<SessionEnd> RunAsync(CancellationToken stop)
    {
        say($"waiting for the seed at {options.SeedHost}:{options.SeedPort}");
        while (true)
        {
            Enter(SessionState.Looking);
            SessionEnd end = await SessionAsync(stop).ConfigureAwait(false);
            if (end.Kind == SessionEndKind.SeedLost)
            {
                // A failed handshake (without TLS, or by another authority) ends the actor system, too.
                string reason = State == SessionState.Looking ? await ExplainAsync().ConfigureAwait(false) : end.Reason;
                if (_sinceSeed.Elapsed >= options.GiveUpAfter)
                    return end with { Reason = reason };
                SayNew($"{reason}; looking for it again");
            }
            else if (!options.Stays || end.Kind == SessionEndKind.Stopped)
            {
                return end;
            }
            else if (await RestAsync(end, stop).ConfigureAwait(false) is { } last)
            {
                return last;
            }
        }
    }

    private async Task<SessionEnd> SessionAsync(CancellationToken stop)
    {
        using ActorSystem system = ClusterConfiguration.Start(
            [ClusterConfiguration.AreaRole], options.Remoting, options.Lanes, 1, options.Configuration, options.Log);
        Akka.Cluster.Cluster cluster = Akka.Cluster.Cluster.Get(system);
        Volatile.Write(ref _hosted, HostedNetworks.Of(system));
        Address own = cluster.SelfAddress;
        Address seed = new(own.Protocol, ActorSystems.Name, options.SeedHost, options.SeedPort);
        string name = $"{own.Host}:{own.Port}";
        Volatile.Write(ref _name, name);
        TaskCompletionSource<SessionEnd> end = new(TaskCreationOptions.RunContinuationsAsynchronously);
        // Cores that the areas of a network leave over share passes over large matrices; areas never wait for a team
        // that is busy.
        SpareThreads spare = LaneRule.Spare(1, 1, Environment.ProcessorCount);
        system.ActorOf(Props.Create(() => new NodeActor(models, spare, options.SharedFolder, seed)), "node");
        Enrol enrol = new(Enrol.CurrentProtocol, build, name, options.Experiment, DataHash: "");
        Func<DataIdentity, string?> hashData = options.HashData;
        Action<SessionState> changed = Enter;
        Action<NodeAddress> named = Hint;
        Props enrolment = Props.Create(() => new NodeEnrolment(enrol, hashData, seed, changed, named, end));
        system.ActorOf(enrolment, NodeEnrolment.Name);
        await using CancellationTokenRegistration registration = stop.Register(
            () => end.TrySetResult(new SessionEnd(SessionEndKind.Stopped, "stopped")));
        // The system ends itself when the seed is away (SeedDecides); then its actors no longer answer.
        _ = system.WhenTerminated.ContinueWith(
            _ => end.TrySetResult(new SessionEnd(SessionEndKind.SeedLost, "the seed is away")),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        SessionEnd ended = await WatchAsync(end.Task).ConfigureAwait(false);
        // Leave gracefully if the seed is reachable, so that it notices at once; otherwise just terminate.
        if (ended.Kind is SessionEndKind.Stopped or SessionEndKind.RunOver or SessionEndKind.RunFailed
            && !system.WhenTerminated.IsCompleted)
        {
            await CoordinatedShutdown.Get(system).Run(CoordinatedShutdown.ClrExitReason.Instance).ConfigureAwait(false);
        }
        else
        {
            await system.Terminate().ConfigureAwait(false);
        }

        return ended;
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
