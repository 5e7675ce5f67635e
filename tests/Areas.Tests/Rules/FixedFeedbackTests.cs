using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Areas.Models.Microcircuit.Rules;
using PalActors.Messages.Control;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.Rules;

public sealed class FixedFeedbackTests
{
    [Fact]
    public void UnderFABStaysAndTheRestLearns()
    {
        (AreaState before, AreaState after) = Run("FA");
        Assert.Equal(before["B"].Values, after["B"].Values);
        foreach (string name in new[] { "W", "P", "Q" })
            Assert.NotEqual(before[name].Values, after[name].Values);
        Assert.All(after["xi"].Values, xi => Assert.Equal(0, xi));
    }

    [Fact]
    public void UnderPALEverythingLearns()
    {
        (AreaState before, AreaState after) = Run("PAL");
        foreach (string name in new[] { "W", "P", "B", "Q" })
            Assert.NotEqual(before[name].Values, after[name].Values);
        Assert.All(after["xi"].Values, xi => Assert.NotEqual(0, xi));
    }

    [Fact]
    public void EvaluationChangesNoWeight()
    {
        PlannedNetwork network = new(SmallPlans.YinYang("PAL", train: 20, validation: 20));
        PlainLoop loop = new(network);
        loop.RunTo(network.Schedule.Phases[1].LastTick);
        AreaState[] before = Observe(loop);
        loop.RunTo(network.Schedule.EndTick);
        foreach ((AreaState a, AreaState b) in before.Zip(Observe(loop)))
        {
            foreach (StateBlock block in a.Blocks.Where(b => b.Name is "W" or "P" or "B" or "Q" or "D"))
                Assert.Equal(block.Values, b[block.Name].Values);
        }
    }

    [Fact]
    public void UnknownModelsAreRefusedWithTheValidOnes() =>
        Assert.Contains(
            "PAL, FA, BP, PAL-norm",
            Assert.Throws<ArgumentException>(() => LearningModels.Get("DFA")).Message,
            StringComparison.Ordinal);

    private static (AreaState Before, AreaState After) Run(string model)
    {
        PlainLoop loop = new(new PlannedNetwork(SmallPlans.YinYang(model, train: 20, validation: 0)));
        AreaState before = loop.Areas[0].Capture();
        loop.RunTo(400);
        return (before, loop.Areas[0].Capture());
    }

    // Captured weights leave out updates that a lazy projection has not applied yet.
    private static AreaState[] Observe(PlainLoop loop) => [.. loop.Areas.Select(area => area.Observe())];
}
