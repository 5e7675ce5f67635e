using Akka.Actor;
using PalActors.Clustering.Nodes;

namespace PalActors.Cluster.Tests.Nodes;

/// <summary>One process listens at a port.</summary>
public sealed class PortTests
{
    [Fact]
    public async Task APortWhereANodeListensIsRefusedAndCanBeHadWhenItHasEnded()
    {
        FailureLog failures = new();
        ActorSystem first = Start(0, failures);
        int port = ((ExtendedActorSystem)first).Provider.DefaultAddress.Port!.Value;

        ListenException refused = Assert.Throws<ListenException>(() => Start(port, failures));
        Assert.Contains($"cannot listen at 127.0.0.1:{port} ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(failures.Errors, error => error.Contains("Failed to bind", StringComparison.Ordinal));

        await first.Terminate().WaitAsync(ClusterFixture.Limit);
        using ActorSystem second = Start(port, failures);
        Assert.Equal(port, ((ExtendedActorSystem)second).Provider.DefaultAddress.Port);
    }

    private static ActorSystem Start(int port, FailureLog failures) => ClusterConfiguration.Start(
        [ClusterConfiguration.AreaRole], new RemotingOptions { Port = port }, 1, 1, failures.Configuration);
}
