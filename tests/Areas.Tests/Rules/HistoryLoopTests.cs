using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Messages.Control;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.Rules;

/// <summary>The two reference loops agree where both apply, and differ with delays.</summary>
public sealed class HistoryLoopTests
{
    [Theory]
    [InlineData("PAL")]
    [InlineData("FA")]
    [InlineData("BP")]
    public void WithoutDelaysItIsThePlainLoop(string model)
    {
        PlannedNetwork network = new(SmallPlans.YinYang(model));
        PlainLoop plain = new(network);
        plain.RunTo(network.Schedule.EndTick);
        foreach ((AreaState a, AreaState b) in plain.Capture()
            .Zip(new HistoryLoop(network).RunTo(network.Schedule.EndTick).Capture()))
            Assert.True(a.SameBits(b));
    }

    [Fact]
    public void DelaysChangeTheResult()
    {
        AreaState[] none = new HistoryLoop(new PlannedNetwork(SmallPlans.YinYang("PAL"))).RunTo(300).Capture();
        AreaState[] some = new HistoryLoop(new PlannedNetwork(SmallPlans.YinYang("PAL", options: "delay_down=1")))
            .RunTo(300).Capture();
        Assert.False(none[0].SameBits(some[0]));
    }
}
