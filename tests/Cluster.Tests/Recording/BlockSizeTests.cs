using Akka.Actor;
using PalActors.Areas.Actors.Recording;
using PalActors.Areas.Contract;
using PalActors.Areas.Models.Microcircuit;
using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Cluster.Tests.Wire;
using PalActors.Clustering.Wire;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Recording;

/// <summary>A block of any recording stays far below the size of a frame of the transport.</summary>
public sealed class BlockSizeTests(WireFixture wire) : IClassFixture<WireFixture>
{
    // Akka.Remote's maximum-frame-size.
    private const int FrameLimit = 128_000;

    [Theory]
    [InlineData("rate", "0")]
    [InlineData("rate", "0,1")]
    [InlineData("rate", "")]
    [InlineData("W", "")]
    public void BlocksFitIntoFrames(string observable, string neurons)
    {
        NetworkPlan plan = SmallPlans.YinYang("PAL", layers: [4, 130, 3], train: 400, validation: 10);
        int[] rows = [.. neurons.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
        PlannedNetwork network = new(plan);
        PlainLoop loop = new(network);
        IArea area = new MicrocircuitNetwork(network).Wrap(loop.Areas[0]);
        RecordedNetwork recorded = new(
            plan with { Recordings = [new RecordingPlan(observable, [1], rows, 1, [])] }, new MicrocircuitModel());
        AreaRecorder recorder = new(recorded, 1, area);
        HyperionControlSerializer serializer = new((ExtendedActorSystem)wire.System);
        long last = -1;
        for (int tick = 0; last < 5000; tick++)
        {
            loop.RunTo(tick);
            if (recorder.Next > tick || !recorder.Take())
                continue;
            foreach (RecordedBlock block in recorder.Flush())
            {
                Assert.InRange(serializer.ToBinary(block).Length, 1, FrameLimit - 20_000);
                Assert.Equal(last + 1, block.Ticks[0]);
                last = block.Ticks[^1];
            }
        }
    }
}
