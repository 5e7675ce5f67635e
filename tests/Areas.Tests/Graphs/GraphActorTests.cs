using PalActors.Clustering.Nodes;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.Graphs;

/// <summary>Graphs through actors are what a plain loop with delays computes, to the bit.</summary>
public sealed class GraphActorTests() : Akka.TestKit.Xunit2.TestKit(ActorSystems.Configuration(1, 1))
{
    [Theory]
    [InlineData("PAL", 0, false, 0)]
    [InlineData("PAL", 3, true, 0)]
    [InlineData("FA", 2, false, 64)]
    [InlineData("BP", 0, true, 64)]
    [InlineData("BP", 3, false, 0)]
    public void ActorsComputeWhatALoopDoes(string model, int delay, bool faulty, int pieceSize)
    {
        for (int seed = 0; seed < 6; seed++)
        {
            GivenNetwork network = new(RandomGraph.Of(model, seed, delay));
            AreaState[] expected = new HistoryLoop(network).RunTo(network.Schedule.EndTick).Capture();
            FrameFaults? faults = faulty ? new FrameFaults(seed, Drop: 0.05, Duplicate: 0.05, HoldBack: 0.05) : null;
            HierarchyHarness harness = new(this, network, faults, pieceSize);
            harness.RunTo(network.Schedule.EndTick);
            StateAssert.SameBits(expected, harness.States());
        }
    }
}
