using Akka.Actor;
using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Cluster.Tests.Nodes;
using PalActors.Clustering.Frames;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.Clustering.Wire;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Frames;

/// <summary>Runs over several nodes, whichever way their frames take.</summary>
public sealed class FrameRunTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task FramesBetweenNodesNeedNoAkkaRemote(int delay)
    {
        NetworkPlan plan = SmallPlans.YinYang("PAL", options: [$"delay_up={delay}", $"delay_down={delay}"]);
        // Without their serializer no frame can be a message of Akka.Remote.
        string refusing = $"akka.actor {{\n{RefusingSerializer.Configuration("palactors-frame", 7301)}\n}}\n";
        await using ClusterFixture cluster = new([plan], nodes: 2, new RunSettings { Configuration = refusing });
        await cluster.JoinAsync(configuration: refusing);
        await cluster.JoinAsync(configuration: refusing);
        Assert.Equal(Digest(plan), Assert.Single(await cluster.EndAsync()).Digest);
    }

    [Fact]
    public async Task WhenConnectionsEndFramesGoOverAkkaRemote()
    {
        NetworkPlan plan = SmallPlans.YinYang("PAL", options: ["delay_up=3", "delay_down=3"]);
        RunSettings paced = new() { Execution = ExecutionOptions.Default with { Pace = 20_000 } };
        await using ClusterFixture cluster = new([plan], nodes: 1, paced);
        await cluster.JoinAsync();
        await cluster.ReachedAsync(plan.Schedule.EndTick / 4);
        FrameConnections.Of(cluster.Node)!.Dispose();
        Assert.Equal(Digest(plan), Assert.Single(await cluster.EndAsync()).Digest);
    }

    [Fact]
    public void AnActorSystemThatIsNoNodeHasNoConnections()
    {
        using ActorSystem system = ActorSystem.Create("alone");
        Assert.Null(FrameConnections.Of(system));
    }

    private static string Digest(NetworkPlan plan) => NetworkDigest.Compute(
        new HistoryLoop(new PlannedNetwork(plan)).RunTo(plan.Schedule.EndTick).Capture());
}
