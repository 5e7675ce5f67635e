using PalActors.Areas.Models;
using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Areas.Models.PlugIns;
using PalActors.Clustering.Nodes;
using PalActors.Messages.Plan;
using PalActors.PlugIn;
using PalActors.TestKit;

namespace MyTests;

/// <summary>A rule of one's own, alone and in a hierarchy of actors.</summary>
public sealed class RuleTests() : Akka.TestKit.Xunit2.TestKit(ActorSystems.Configuration(1, 1))
{
    static RuleTests() => new ThresholdPlugIn().Register(new PlugInTables(CellModels.All));

    [Fact]
    public void WithTheThreshold0ItIsPal()
    {
        PlainLoop pal = new(new PlannedNetwork(SmallPlans.YinYang("PAL")));
        PlainLoop own = new(new PlannedNetwork(SmallPlans.YinYang("PAL-threshold")));
        pal.RunTo(900);
        own.RunTo(900);

        StateAssert.SameBits(pal.Capture(), own.Capture());
    }

    [Fact]
    public void AHighThresholdLeavesTheDecayOfB()
    {
        PlainLoop own = new(new PlannedNetwork(SmallPlans.YinYang("PAL-threshold", options: ["rate_threshold=1000"])));
        // Learning begins after an evaluation of 400 ticks.
        own.RunTo(400);
        double[] before = [.. own.Capture()[0]["B"].Values];
        own.RunTo(401);

        double eta = 0.01 * 0.5, alpha = 1e-3;
        Assert.All(
            own.Capture()[0]["B"].Values.Zip(before),
            b => Assert.Equal(b.Second * (1 - (eta * alpha)), b.First, tolerance: 1e-15));
    }

    [Fact]
    public void ABadNetworkChangesNoBit()
    {
        NetworkPlan plan = SmallPlans.YinYang("PAL-threshold", options: ["rate_threshold=0.001"]);
        FrameFaults faults = new(Seed: 1, Drop: 0.02, Duplicate: 0.1, HoldBack: 0.1);
        HierarchyHarness network = new HierarchyHarness(this, new PlannedNetwork(plan), faults).RunTo(700);

        PlainLoop loop = new(new PlannedNetwork(plan));
        loop.RunTo(700);
        StateAssert.SameBits(loop.Capture(), network.States());
    }
}
