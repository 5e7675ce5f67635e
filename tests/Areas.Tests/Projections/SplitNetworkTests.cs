using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.Projections;

/// <summary>Whole networks have the same states when all their passes are split over cores.</summary>
public sealed class SplitNetworkTests
{
    [Theory]
    [InlineData("PAL", "double", 2)]
    [InlineData("PAL", "double", 4)]
    [InlineData("PAL", "single", 3)]
    [InlineData("PAL-norm", "double", 2)]
    [InlineData("FA", "double", 2)]
    [InlineData("FA", "single", 2)]
    [InlineData("BP", "double", 2)]
    [InlineData("BP", "single", 3)]
    public void TheStatesAreTheSame(string model, string precision, int threads)
    {
        NetworkPlan plan =
            SmallPlans.YinYang(model, train: 20, validation: 5, options: [$"precision={precision}"]) with
            {
                Layers = [4, 37, 21, 3],
            };
        PlainLoop whole = new(new PlannedNetwork(plan)),
            split = new(new PlannedNetwork(plan, split: new RowSplit(threads) { Least = 1 }));
        whole.RunTo(plan.Schedule.EndTick);
        split.RunTo(plan.Schedule.EndTick);
        Assert.All(whole.Capture().Zip(split.Capture()), pair => Assert.True(
            pair.First.SameBits(pair.Second), $"area {pair.First.Area}"));
    }
}
