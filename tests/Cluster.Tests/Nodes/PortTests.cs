using Akka.Actor;
using PalActors.Clustering.Frames;
using PalActors.Clustering.Nodes;
using PalActors.Clustering.Remoting;
using PalActors.TestKit;

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
        // The log comes when it comes.
        Assert.True(SpinWait.SpinUntil(
            () => failures.Errors.Any(error => error.Contains("Failed to bind", StringComparison.Ordinal)),
            ClusterFixture.Limit));

        await first.Terminate().WaitAsync(ClusterFixture.Limit);
        using ActorSystem second = Start(port, failures);
        Assert.Equal(port, ((ExtendedActorSystem)second).Provider.DefaultAddress.Port);
    }

    [Fact]
    public async Task TheSameHoldsForThePortOfFrames()
    {
        int port = FreePort.Find();
        RemotingOptions options = new() { FramePort = port };
        ActorSystem first = ClusterConfiguration.Start([ClusterConfiguration.AreaRole], options, 1, 1);
        ListenException refused = Assert.Throws<ListenException>(
            () => ClusterConfiguration.Start([ClusterConfiguration.AreaRole], options, 1, 1));
        Assert.Contains($"cannot listen at 127.0.0.1:{port} ", refused.Message, StringComparison.Ordinal);
        Assert.True(refused.IsForFrames);

        await first.Terminate().WaitAsync(ClusterFixture.Limit);
        using ActorSystem second = ClusterConfiguration.Start([ClusterConfiguration.AreaRole], options, 1, 1);
        Assert.Equal(port, FrameConnections.Of(second)!.Admit(ActorRefs.Nobody).Port);
    }

    [Theory]
    [InlineData(70000, 0, "the option FramePort is 70000")]
    [InlineData(4053, 4053, "the option FramePort and the option Port are both 4053")]
    public void PortsThatCannotBeHadAreNamed(int frames, int port, string problem) => Assert.Contains(
        problem,
        new RemotingOptions { FramePort = frames, Port = port }.Problem(name => $"the option {name}"),
        StringComparison.Ordinal);

    private static ActorSystem Start(int port, FailureLog failures) => ClusterConfiguration.Start(
        [ClusterConfiguration.AreaRole], new RemotingOptions { Port = port }, 1, 1, failures.Configuration);
}
