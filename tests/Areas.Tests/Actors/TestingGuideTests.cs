using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Clustering.Nodes;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;
using PalActors.TestKit;
using Xunit.Sdk;

namespace PalActors.Areas.Tests.Actors;

/// <summary>What docs/testing.md says, and that it shows whole files as they are.</summary>
public sealed class TestingGuideTests() : Akka.TestKit.Xunit2.TestKit(ActorSystems.Configuration(1, 1))
{
    [Fact]
    public void StatesCanBeHadAtEveryTickOnTheWay()
    {
        NetworkPlan plan = SmallPlans.YinYang("BP", layers: [4, 9, 7, 3], train: 3, validation: 2);
        HierarchyHarness network = new(this, new PlannedNetwork(plan));
        PlainLoop loop = new(new PlannedNetwork(plan));
        foreach (long tick in (long[])[1, 2, 40, 41, 100])
        {
            loop.RunTo(tick);
            StateAssert.SameBits(loop.Capture(), network.RunTo(tick).States());
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => network.RunTo(100));
        Assert.Throws<ArgumentOutOfRangeException>(() => network.RunTo(plan.Schedule.EndTick + 1));
    }

    [Fact]
    public void AFailureNamesTickAreaQuantityAndBothValues()
    {
        PlainLoop loop = new(new PlannedNetwork(SmallPlans.YinYang("PAL")));
        loop.RunTo(5);
        AreaState[] states = loop.Capture(), other = loop.Capture();
        StateAssert.SameBits(states, other);
        other[1]["W"].Values[8] = 42;
        string message = Assert.Throws<FailException>(() => StateAssert.SameBits(states, other)).Message;
        Assert.Contains("tick 5, area 2, W[0, 8] is 42 instead of ", message, StringComparison.Ordinal);
        StateAssert.Near(states, other, 100);
    }

    [Theory]
    [InlineData("Tests.csproj", "xml")]
    [InlineData("FrameTests.cs", "csharp")]
    [InlineData("RuleTests.cs", "csharp")]
    public void TheGuideShowsWholeFiles(string name, string language)
    {
        string file = Read($"scripts/packages/{name}").TrimEnd();
        Assert.Contains($"```{language}\n{file}\n```", Read("docs/testing.md"), StringComparison.Ordinal);
    }

    private static string Read(string file) => Repository.Read(file).ReplaceLineEndings("\n");
}
