using System.Collections.Immutable;
using System.Reflection;
using Akka.Actor;
using Akka.Cluster;
using PalActors.Cluster.Tests.Runs;
using PalActors.Cluster.Tests.Wire;
using PalActors.Clustering.Membership;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Nodes;

/// <summary>What a stranger says in the name of members: Akka looks at the name alone.</summary>
public sealed class ForgedGossipTests
{
    private const string Daemon = "system/cluster/core/daemon";
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private static readonly Assembly s_cluster = typeof(Akka.Cluster.Cluster).Assembly;

    [Fact]
    public async Task NobodySpeaksForAMemberWhoIsNot()
    {
        NetworkPlan plan = SmallPlans.YinYang("PAL", layers: [4, 9, 7, 3], train: 100_000, validation: 1, ticks: 50);
        FailureLog failures = new();
        RunSettings settings = new() { Configuration = failures.Configuration };
        await using ClusterFixture cluster = new([plan], nodes: 1, settings);
        Task<SessionEnd> joined = await cluster.JoinAsync(configuration: failures.Configuration);
        await cluster.ReachedAsync(1000);
        Address seedAt = Attacker.At(await cluster.Port), nodeAt = Attacker.At(cluster.NodePort());
        ImmutableSortedSet<Member> members = Akka.Cluster.Cluster.Get(cluster.Seed).State.Members;
        UniqueAddress seed = members.Single(one => one.Address == seedAt).UniqueAddress;
        UniqueAddress node = members.Single(one => one.Address == nodeAt).UniqueAddress;
        await using Attacker attacker = new(failures);
        string[] greeted = await attacker.GreetedAsync(seedAt, nodeAt, "user/node/network-0-g1");

        Member[] told = [Down(seed, "seed", "area"), Down(node, "area"), .. Others()];
        (UniqueAddress From, UniqueAddress To)[] ways = [(node, seed), (seed, node)];
        foreach ((UniqueAddress from, UniqueAddress to) in ways)
        {
            attacker.Select(to.Address, Daemon, New("GossipEnvelope", from, to, Gossip(told), null));
            attacker.Select(to.Address, Daemon, New("InternalClusterAction+Welcome", from, Gossip(told)));
            attacker.Select(to.Address, Daemon, New("InternalClusterAction+ExitingConfirmed", from));
            attacker.Select(
                to.Address, "system/cluster/heartbeatReceiver",
                New("ClusterHeartbeatSender+Heartbeat", from.Address, 1L, 1L));
            attacker.Send(to.Address, Daemon, new RawSelection(NestedSelection.Write(50_000), ""), named: true);
        }

        Assert.Equal(greeted, await attacker.GreetedAsync(seedAt, nodeAt, "user/node/network-0-g1"));
        // Whoever believed it would have left by now, or count more members.
        await cluster.ReachedAsync(cluster.Observer.ProgressOf(0)[^1] + 20_000);
        Assert.Equal(
            [MemberStatus.Up, MemberStatus.Up],
            Akka.Cluster.Cluster.Get(cluster.Seed).State.Members.Select(member => member.Status));
        Assert.Empty(attacker.Heard);
        Assert.Empty(failures.Errors);
        await cluster.StopAsync();
        NetworkOutcome outcome = Assert.Single(await cluster.EndAsync());
        Assert.Equal(RunFixture.PlainDigest(plan, outcome.Tick), outcome.Digest);
        Assert.Equal(SessionEndKind.RunOver, (await joined.WaitAsync(ClusterFixture.Limit)).Kind);
        Assert.Single(cluster.Observer.Generations);
    }

    private static IEnumerable<Member> Others() => Enumerable.Range(1, 100).Select(
        n => Down(new UniqueAddress(new Address("akka.tcp", "palactors", "127.0.0.1", n), n), "area"));

    private static Member Down(UniqueAddress node, params string[] roles) => (Member)typeof(Member)
        .GetConstructors(All)
        .Single(made => made.GetParameters() is [_, _, _, { } roles, _]
            && roles.ParameterType == typeof(ImmutableHashSet<string>))
        .Invoke([node, 1, MemberStatus.Down, ImmutableHashSet.Create(roles), Akka.Util.AppVersion.Create("0.0.0")]);

    // Of a version that no member knows, so that it is merged.
    private static object Gossip(Member[] members)
    {
        object gossip = New("Gossip", ImmutableSortedSet.CreateRange(members));
        object clock = Value(gossip, "Version");
        Type node = clock.GetType().GetNestedType("Node", All)!;
        object stranger = node.GetMethod("Create", All)!.Invoke(null, ["stranger"])!;
        object later = clock.GetType().GetMethod("Increment", All)!.Invoke(clock, [stranger])!;
        return New("Gossip", Value(gossip, "Members"), Value(gossip, "Overview"), later, Value(gossip, "Tombstones"));
    }

    private static object Value(object of, string name) => of.GetType().GetProperty(name, All)!.GetValue(of)!;

    // Akka keeps these types to itself.
    private static object New(string type, params object?[] arguments) => s_cluster
        .GetType($"Akka.Cluster.{type}", throwOnError: true)!
        .GetConstructors(All)
        .Single(made => !made.IsStatic && made.GetParameters().Length == arguments.Length)
        .Invoke(arguments);
}
