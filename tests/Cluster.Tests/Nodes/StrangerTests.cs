using System.Net;
using System.Net.Sockets;
using System.Reflection;
using Akka.Actor;
using Akka.Dispatch.SysMsg;
using PalActors.Cluster.Tests.Runs;
using PalActors.Clustering.Membership;
using PalActors.Clustering.Nodes;
using PalActors.Clustering.Remoting;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Nodes;

/// <summary>
/// Akka's own commands from an address that never enrolled, to every actor of a live run, Akka's among them: nothing
/// ends, stands still or joins, and the result is the same to the bit.
/// </summary>
public sealed class StrangerTests
{
    private const string Host = "user/node/network-0-g1";

    private static readonly string[] s_victims =
    [
        "user/clock-0-g1", "user/members", "user/node", "user/enrolment", Host, $"{Host}/area-1", $"{Host}/area-2",
        $"{Host}/area-3", $"{Host}/stimulus", $"{Host}/target", "user", "system", "remote", "system/cluster",
        "system/cluster/core", "system/cluster/core/daemon", "system/cluster/heartbeatReceiver",
        "system/endpointManager", "system/transports", "system/remote-watcher", "deadLetters",
    ];

    [Fact]
    public async Task NobodyCommandsWhoDoesNotBelong()
    {
        NetworkPlan plan = SmallPlans.YinYang(
            "PAL", layers: [4, 9, 7, 3], train: 100_000, validation: 1, ticks: 50);
        FailureLog failures = new();
        RunSettings settings = new() { Configuration = failures.Configuration };
        await using ClusterFixture cluster = new([plan], nodes: 1, settings);
        Task<SessionEnd> node = await cluster.JoinAsync(configuration: failures.Configuration);
        await cluster.ReachedAsync(1000);
        Address seed = Attacker.At(await cluster.Port), area = Attacker.At(cluster.NodePort());
        await using Attacker attacker = new(failures);
        string[] hosts = await attacker.GreetedAsync(seed, area, Host);

        foreach (Address address in (Address[])[seed, area])
        {
            foreach (string victim in s_victims)
                Command(attacker, address, victim, seed, area);
            attacker.DeployAt(address, $"deployed-{address.Port}");
            foreach (string selection in (string[])["user/*", "user/node/*", "user/members", "*", "system/*/*"])
                attacker.Select(address, selection, PoisonPill.Instance);
            attacker.Join(address);
        }

        // The same actors still answer, over the same connections, and the run goes on.
        Assert.Equal(hosts, await attacker.GreetedAsync(seed, area, Host));
        await cluster.ReachedAsync(cluster.Observer.ProgressOf(0)[^1] + 1000);
        Assert.Empty(attacker.Broken);
        Assert.Empty(attacker.Heard);
        Assert.Empty(failures.Errors);
        Assert.Equal(2, Akka.Cluster.Cluster.Get(cluster.Seed).State.Members.Count);
        await cluster.StopAsync();
        NetworkOutcome outcome = Assert.Single(await cluster.EndAsync());
        Assert.Equal(RunFixture.PlainDigest(plan, outcome.Tick), outcome.Digest);
        Assert.Equal(SessionEndKind.RunOver, (await node.WaitAsync(ClusterFixture.Limit)).Kind);
        Assert.Single(cluster.Observer.Generations);
    }

    [Fact]
    public async Task ConnectionsThatSayNothingOrJunkHarmNothing()
    {
        NetworkPlan plan = SmallPlans.YinYang("PAL", train: 20, validation: 5);
        await using ClusterFixture cluster = new([plan], nodes: 1);
        int port = await cluster.Port;
        List<TcpClient> strangers = [];
        Random random = new(3);
        for (int i = 0; i < 500; i++)
        {
            TcpClient stranger = new();
            strangers.Add(stranger);
            await stranger.ConnectAsync(IPAddress.Loopback, port);
            byte[] junk = i % 5 == 1 ? "GET / HTTP/1.1\r\n\r\n"u8.ToArray() : new byte[random.Next(200)];
            if (i % 5 > 1)
                random.NextBytes(junk);
            if (i % 5 > 0)
                await stranger.GetStream().WriteAsync(junk);
        }

        await cluster.JoinAsync();
        Assert.Equal(ClusterFixture.PlainDigest(plan), Assert.Single(await cluster.EndAsync()).Digest);
        strangers.ForEach(stranger => stranger.Dispose());
    }

    [Fact]
    public async Task ConnectionsOnWhichNoNodeSpeaksAreClosed()
    {
        NetworkPlan plan = SmallPlans.YinYang("PAL", train: 20, validation: 5);
        RunSettings settings = new() { Configuration = "akka.remote.handshake-timeout = 1s" };
        await using ClusterFixture cluster = new([plan], nodes: 1, settings);
        int port = await cluster.Port;
        List<TcpClient> strangers = [];
        // Nothing, a part of a length, and a part of a frame.
        foreach (byte[] said in Enumerable.Range(0, 100).SelectMany<int, byte[]>(_ => [[], [9], [9, 0, 0, 0, 8, 7]]))
        {
            TcpClient stranger = new();
            strangers.Add(stranger);
            await stranger.ConnectAsync(IPAddress.Loopback, port);
            await stranger.GetStream().WriteAsync(said);
        }

        using CancellationTokenSource limit = new(ClusterFixture.Limit);
        foreach (TcpClient stranger in strangers)
            await EndedAsync(stranger.GetStream(), limit.Token);

        await cluster.JoinAsync();
        Assert.Equal(ClusterFixture.PlainDigest(plan), Assert.Single(await cluster.EndAsync()).Digest);
        strangers.ForEach(stranger => stranger.Dispose());
    }

    [Fact]
    public void TheTimeForTheFirstWordsOfANodeIsThatOfTheDocs()
    {
        using ActorSystem system = ClusterConfiguration.Start(["area"], new RemotingOptions(), 1, 1);
        Assert.Equal(
            TimeSpan.FromSeconds(15), system.Settings.Config.GetTimeSpan("akka.remote.handshake-timeout"));
    }

    // The other end says that it is no association, and closes the connection, or resets it.
    private static async Task EndedAsync(NetworkStream stream, CancellationToken limit)
    {
        try
        {
            while (await stream.ReadAsync(new byte[100], limit) > 0)
            {
            }
        }
        catch (IOException)
        {
            // It is reset.
        }
    }

    private static void Command(Attacker attacker, Address address, string victim, Address seed, Address node)
    {
        object[] messages =
        [
            PoisonPill.Instance, Kill.Instance, new Identify("who"),
            new Status.Failure(new InvalidOperationException()),
            "a string", 17, 17L, new byte[] { 1, 2, 3 },
            ClusterAction("Akka.Cluster.ClusterUserAction+Down", seed),
            ClusterAction("Akka.Cluster.ClusterUserAction+Down", node),
            ClusterAction("Akka.Cluster.ClusterUserAction+Leave", seed),
            ClusterAction("Akka.Cluster.ClusterUserAction+Leave", node),
        ];
        foreach (object message in messages)
        {
            attacker.Send(address, victim, message, named: true);
            attacker.Select(address, victim, message);
        }

        Func<IActorRef, IActorRef, ISystemMessage>[] commands =
        [
            (_, _) => new Suspend(),
            (_, _) => new Resume(null),
            (_, _) => new Recreate(new InvalidOperationException("an attack")),
            (_, _) => new Terminate(),
            (_, own) => new Supervise(own, true),
            (_, own) => new Failed(own, new InvalidOperationException("an attack"), 0),
            (self, own) => new Watch((IInternalActorRef)self, (IInternalActorRef)own),
            (self, _) => new DeathWatchNotification(self, true, false),
            (self, _) => new DeathWatchNotification(self, true, true),
        ];
        foreach (Func<IActorRef, IActorRef, ISystemMessage> command in commands)
            attacker.SendSystem(address, victim, command);
    }

    // Akka keeps these types to itself.
    private static object ClusterAction(string type, Address address) =>
        typeof(Akka.Cluster.Cluster).Assembly.GetType(type, throwOnError: true)!
            .GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)[0]
            .Invoke([address]);
}
