using PalActors.Areas.Models.Microcircuit.Cortex;
using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.States;

/// <summary>What hidden areas and the top have, and what they have not.</summary>
public sealed class CorticalAreaTests
{
    [Fact]
    public void TheTopHasNoInterneuronsAndHiddenAreasNoTarget()
    {
        PlannedNetwork network = new(SmallPlans.YinYang("PAL", [4, 5, 3]));
        CorticalArea hidden = network.BuildArea(1), top = network.BuildArea(2);
        Assert.False(hidden.IsTop);
        Assert.Equal(3, hidden.Hidden.Interneurons.Size);
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => hidden.Top);
        Assert.Contains("Area 1 is a hidden area", error.Message, StringComparison.Ordinal);
        Assert.True(top.IsTop);
        Assert.Equal(0, top.Top.ReadOut.Total);
        error = Assert.Throws<InvalidOperationException>(() => top.Hidden);
        Assert.Contains("Area 2 is the top area", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PAL", false, 1, 1)]
    [InlineData("BP", false, 1, 2)]
    [InlineData("BP", true, 1, 3)]
    public void OnlyBackpropagationSendsMoreThanPotentialsDown(string model, bool jitter, int first, int others)
    {
        string[] options = jitter ? ["jitter=uniform", "jitter_scale=2"] : [];
        PlannedNetwork network = new(SmallPlans.YinYang(model, [4, 5, 6, 3], options: options));
        CorticalArea[] areas = [.. Enumerable.Range(1, 3).Select(network.BuildArea)];
        Assert.Equal([first, others, others], areas.Select(area => area.PartsDown));
        Assert.Equal([others, others], areas[..2].Select(area => area.PartsAbove));
        Assert.Equal(model == "BP", areas[0].Transport is not null);
    }
}
