using System.Net;
using System.Net.Sockets;
using PalActors.Clustering.Membership;
using PalActors.Clustering.Remoting;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Nodes;

/// <summary>Seed nodes known by an IPv6 address or by a name, and nodes that look for them by another one.</summary>
public sealed class SeedNameTests
{
    private static readonly NetworkPlan s_plan = SmallPlans.YinYang("PAL", train: 20, validation: 5);

    [FactWithIPv6]
    public async Task ARunOverIPv6HasTheSameDigest()
    {
        RemotingOptions remoting = new() { Bind = "::1" };
        await using ClusterFixture cluster = new([s_plan], nodes: 1, remoting: remoting);
        await cluster.SaysAsync($"the seed is [::1]:{await cluster.Port}");
        string host = NodeAddress.TryParse($"[::1]:{await cluster.Port}")!.Host;
        await cluster.JoinAsync(remoting: remoting, host: host);
        Assert.Equal(ClusterFixture.PlainDigest(s_plan), Assert.Single(await cluster.EndAsync()).Digest);
    }

    [Theory]
    [InlineData("LocalHost")]
    [InlineData("127.1")]
    public async Task ASeedOnLoopbackIsFoundHoweverItsNameIsWritten(string publicHost)
    {
        RemotingOptions remoting = new() { PublicHost = publicHost };
        await using ClusterFixture cluster = new([s_plan], nodes: 1, remoting: remoting);
        string host = NodeAddress.TryParse($"LOCALHOST:{await cluster.Port}")!.Host;
        await cluster.JoinAsync(host: host);
        Assert.Equal(ClusterFixture.PlainDigest(s_plan), Assert.Single(await cluster.EndAsync()).Digest);
    }

    [Fact]
    public async Task ASeedTellsANodeByWhichNameItIsKnown()
    {
        RemotingOptions remoting = new() { PublicHost = "Other.Invalid" };
        await using ClusterFixture cluster = new([s_plan], nodes: 1, remoting: remoting);
        string name = $"other.invalid:{await cluster.Port}";
        Task<SessionEnd> node = await cluster.JoinAsync(giveUpAfter: TimeSpan.FromSeconds(5));
        await cluster.SaysAsync($"is known as {name}; join that");
        SessionEnd end = await node.WaitAsync(ClusterFixture.Limit);
        Assert.Equal(SessionEndKind.SeedLost, end.Kind);
        Assert.Contains($"is known as {name}", end.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASeedThatWaitsForNodesSaysHowManyAreThere()
    {
        TimeSpan soon = TimeSpan.FromMilliseconds(100);
        await using ClusterFixture cluster = new([s_plan], nodes: 3, remindEvery: soon);
        await cluster.SaysAsync("still waiting: 0 of 3 nodes are here");
        await cluster.JoinAsync();
        await cluster.SaysAsync("still waiting: 1 of 3 nodes are here; a seed that asks for 1 goes on with this one");
        await cluster.JoinAsync();
        await cluster.SaysAsync("still waiting: 2 of 3 nodes are here; a seed that asks for 2 goes on with these");
        await cluster.JoinAsync();
        Assert.Equal(ClusterFixture.PlainDigest(s_plan), Assert.Single(await cluster.EndAsync()).Digest);
    }

    /// <summary>A test that needs the loopback address of IPv6.</summary>
    private sealed class FactWithIPv6Attribute : FactAttribute
    {
        public FactWithIPv6Attribute()
        {
            try
            {
                using Socket socket = new(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(IPAddress.IPv6Loopback, 0));
            }
            catch (SocketException exception)
            {
                Skip = $"This machine has no ::1: {exception.Message}";
            }
        }
    }
}
