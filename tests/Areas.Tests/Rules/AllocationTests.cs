using PalActors.Areas.Models.Microcircuit;
using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Tests.Rules;

/// <summary>A tick of the model allocates nothing on the heap, whatever learns.</summary>
public sealed class AllocationTests
{
    [Theory]
    [InlineData("PAL")]
    [InlineData("FA")]
    [InlineData("BP")]
    public void ATickAllocatesNothing(string model)
    {
        const TickFlags learn = TickFlags.LearnForward
            | TickFlags.LearnLateral | TickFlags.LearnBackward | TickFlags.Noise | TickFlags.Target;
        NetworkPlan plan = new()
        {
            Run = 1,
            Network = 0,
            Seed = 1,
            Cells = MicrocircuitModel.ModelName,
            Label = model,
            Model = model,
            Layers = [4, 17, 9, 3],
            Options =
            [
                new("eta_fw", ["1"]), new("eta_bw", ["0.5"]), new("eta_IP", ["0.05"]), new("eta_PI", ["0.02"]),
                new("alpha", ["1e-6"]), new("noise_scale", ["0.01"]),
            ],
            Data = "yin-yang",
            DataSeed = 9876543,
            Schedule = new Schedule([new Phase(1, 60, 100, learn, "train", 1, 0, null, false)], 6000),
        };
        PlainLoop loop = new(new PlannedNetwork(plan));
        loop.RunTo(1000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        loop.RunTo(5000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
