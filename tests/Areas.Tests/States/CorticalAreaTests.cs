using PalActors.Areas.Contract;
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
        Assert.False(hidden.IsTargeted);
        Assert.Equal(3, hidden.Above.Interneurons.Size);
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => hidden.Target);
        Assert.Contains("Area 1 has neither target nor read-out", error.Message, StringComparison.Ordinal);
        Assert.False(top.IsHidden);
        Assert.Equal(0, top.Target.ReadOut!.Total);
        error = Assert.Throws<InvalidOperationException>(() => top.Hidden);
        Assert.Contains("Area 2 is a top area", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PAL", false, 1, 1)]
    [InlineData("BP", false, 1, 2)]
    [InlineData("BP", true, 1, 3)]
    public void OnlyBackpropagationSendsMoreThanPotentialsDown(string model, bool jitter, int first, int others)
    {
        string[] options = jitter ? ["jitter=uniform", "jitter_scale=2"] : [];
        PlannedNetwork network = new(SmallPlans.YinYang(model, [4, 5, 6, 3], options: options));
        MicrocircuitNetwork ported = new(network);
        IArea[] areas = [.. Enumerable.Range(1, 3).Select(ported.BuildArea)];
        Assert.Equal([first, others, others], areas.Select(area => area.Ports.Outgoing[^1].Parts));
        Assert.Equal([others, others], areas[..2].Select(area => area.Ports.Incoming[1].Parts));
        Assert.Equal(model == "BP", network.BuildArea(1).Transports[0] is not null);
    }
}
