using System.Net;
using System.Net.Sockets;
using PalActors.Clustering.Membership;

namespace PalActors.Cluster.Tests.Nodes;

/// <summary>A process is gone only if its machine says so.</summary>
public sealed class ProcessProbeTests
{
    [Fact]
    public async Task APortThatRefusesMeansThatTheProcessIsGone()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        // It accepts nothing, as a paused process; the operating system still takes the connection.
        Assert.False(await ProcessProbe.IsGoneAsync("127.0.0.1", port));

        listener.Stop();

        Assert.True(await ProcessProbe.IsGoneAsync("127.0.0.1", port));
    }

    [Fact]
    public async Task ANameThatNobodyKnowsMeansNothing() =>
        Assert.False(await ProcessProbe.IsGoneAsync("no-such-host.invalid", 1));
}
