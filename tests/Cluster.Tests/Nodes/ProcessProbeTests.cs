using System.Net;
using System.Net.Sockets;
using PalActors.Clustering.Membership;

namespace PalActors.Cluster.Tests.Nodes;

/// <summary>A process is gone only if its machine says so.</summary>
public sealed class ProcessProbeTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OnlyAPortThatRefusesMeansThatTheProcessIsGone(bool listens)
    {
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        // It accepts nothing, as a paused process; the operating system still takes the connection.
        if (listens)
            socket.Listen();

        Assert.Equal(!listens, await ProcessProbe.IsGoneAsync("127.0.0.1", ((IPEndPoint)socket.LocalEndPoint!).Port));
    }
}
