using Akka.Actor;
using PalActors.Areas.Model.Networks;
using PalActors.Clustering.Clock;
using PalActors.Clustering.Nodes;
using PalActors.Clustering.Placement;
using PalActors.Clustering.Runs;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Cluster.Tests.Nodes;

/// <summary>
/// One hierarchy over several actor systems that form a real cluster on loopback: nothing in the protocol may assume that neighbours share a process.
/// </summary>
public sealed class ClusterDigestTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData("PAL", 2)]
    [InlineData("BP", 3)]
    public async Task TheDigestIsThatOfThePlainLoopWhereverTheAreasLive(string model, int nodes)
    {
        NetworkPlan plan = Plan(model);
        PlainLoop loop = new(new PlannedNetwork(plan));
        loop.RunTo(plan.Schedule.EndTick);

        List<ActorSystem> systems = [];
        try
        {
            for (int i = 0; i < nodes; i++)
            {
                string[] roles = i == 0 ? [ClusterConfiguration.SeedRole, ClusterConfiguration.AreaRole] : [ClusterConfiguration.AreaRole];
                systems.Add(ActorSystem.Create(ActorSystems.Name, ClusterConfiguration.Create(roles, 0).WithFallback(ActorSystems.Configuration(1, 1))));
                systems[i].ActorOf(Props.Create(() => new NodeActor(p => new PlannedNetwork(p), null)), "node");
            }

            using CancellationTokenSource limit = new(s_limit);
            Address seed = Akka.Cluster.Cluster.Get(systems[0]).SelfAddress;
            foreach (ActorSystem system in systems)
                await Akka.Cluster.Cluster.Get(system).JoinAsync(seed, limit.Token);

            IRunObserver observer = new Silent();
            TaskCompletionSource<NetworkOutcome> result = new(TaskCreationOptions.RunContinuationsAsynchronously);
            NetworkClockSetup setup = new()
            {
                Plan = plan,
                Generation = 1,
                Lane = 0,
                Nodes = [.. systems.Select(s => systems[0].ActorSelection(new RootActorPath(Akka.Cluster.Cluster.Get(s).SelfAddress) / "user" / "node"))],
                NodeOfArea = ContiguousPlacement.Assign(plan.Layers, nodes),
                HorizonTime = TimeSpan.FromMilliseconds(100),
                Observer = observer,
                Result = result,
            };
            Assert.Equal(nodes, setup.NodeOfArea.Distinct().Count());
            systems[0].ActorOf(Props.Create(() => new NetworkClock(setup)), "clock");
            NetworkOutcome outcome = await result.Task.WaitAsync(limit.Token);
            Assert.True(outcome.Completed);
            Assert.Equal(NetworkDigest.Compute(loop.Capture()), outcome.Digest);
        }
        finally
        {
            await Task.WhenAll(systems.Select(s => s.Terminate()));
        }
    }

    private static NetworkPlan Plan(string model)
    {
        const TickFlags learn = TickFlags.LearnForward | TickFlags.LearnLateral | TickFlags.LearnBackward | TickFlags.Noise | TickFlags.Target;
        Phase train = new(1, 20, 100, learn, "train", 1, 0, null, false);
        Phase validation = new(2001, 5, 100, TickFlags.Noise | TickFlags.ReadOut, "validation", 1, 1, MetricNames.AccuracyValidation, true);
        return new NetworkPlan
        {
            Run = 77,
            Network = 0,
            Seed = 5,
            Label = model,
            Model = model,
            Layers = [4, 9, 7, 3],
            Options =
            [
                new("eta_fw", ["5", "1", "0.01"]), new("eta_bw", ["0.5"]), new("eta_IP", ["0.05"]), new("eta_PI", ["0.02"]),
                new("alpha", ["1e-6"]), new("noise_scale", ["0.01"]),
            ],
            Data = "yin-yang",
            DataSeed = 9876543,
            Schedule = new Schedule([train, validation], 2500),
        };
    }

    private sealed class Silent : IRunObserver
    {
        public void Started(int network)
        {
        }

        public void Progressed(int network, long tick)
        {
        }

        public void Recorded(Metric metric)
        {
        }

        public void Finished(NetworkOutcome outcome)
        {
        }
    }
}
