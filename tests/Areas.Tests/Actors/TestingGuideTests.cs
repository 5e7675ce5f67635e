using Akka.Actor;
using PalActors.Areas.Actors;
using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Clustering.Nodes;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;
using PalActors.Messages.Plan;
using PalActors.TestKit;
using Xunit.Sdk;

namespace PalActors.Areas.Tests.Actors;

/// <summary>The examples of docs/testing.md, and that they stand there as they are here.</summary>
public sealed class TestingGuideTests() : Akka.TestKit.Xunit2.TestKit(ActorSystems.Configuration(1, 1))
{
    // example: delayed
    [Fact]
    public void ADelayedFrameChangesNothingButTheTimeItTakes()
    {
        HistoryLoop loop = new HistoryLoop(new PlannedNetwork(SmallPlans.YinYang("PAL", ticks: 6))).RunTo(30);
        AreaHarness area2 = new AreaHarness(this, loop.Network, area: 2).Connect().Grant(1);

        area2.Feed(loop.Down(3, 1)).Settle();              // from above, tick 1; from below nothing yet
        Assert.Equal(1, area2.Progress.Awaited);           // it has emitted its own tick 1 and waits
        Assert.Equal(1, area2.Above!.EmittedTick);

        area2.Feed(loop.Up(1, 1)).Settle();                // now it comes
        Assert.Equal(1, area2.Clock.Of<TickReached>()[^1].Tick);
        Assert.True(area2.Above.Copies[0].SameBits(loop.Up(2, 1)));
    }

    // end

    // example: lost
    [Fact]
    public void ALostFrameIsAskedForAgain()
    {
        HistoryLoop loop = new HistoryLoop(new PlannedNetwork(SmallPlans.YinYang("PAL", ticks: 6))).RunTo(30);
        AreaHarness area2 = new AreaHarness(this, loop.Network, area: 2).Connect().Grant(30);

        area2.Feed(loop.Up(1, 1), loop.Down(3, 1), loop.Down(3, 2)).Settle();   // tick 2 from below is lost
        area2.Area.Tell(FramesStalled.Instance);                                // the watchdog's message
        area2.Settle();
        Assert.Equal([new FrameRequest(1, FrameKind.Up, 2, 2)], area2.Below.Of<FrameRequest>());

        area2.Feed(loop.Up(1, 2)).Settle();                                     // sent again
        Assert.Equal(3, area2.Progress.Awaited);
    }

    // end

    // example: hierarchy
    [Fact]
    public void AWholeHierarchyOverABadNetworkIsThePlainLoop()
    {
        NetworkPlan plan = SmallPlans.YinYang("PAL", layers: [4, 9, 7, 3]);
        FrameFaults faults = new(Seed: 1, Drop: 0.02, Duplicate: 0.1, HoldBack: 0.1);
        HierarchyHarness network = new HierarchyHarness(this, new PlannedNetwork(plan), faults).RunTo(300);

        PlainLoop loop = new(new PlannedNetwork(plan));
        loop.RunTo(300);
        StateAssert.SameBits(loop.Capture(), network.States());
    }

    // end
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
    [InlineData("delayed")]
    [InlineData("lost")]
    [InlineData("hierarchy")]
    public void TheGuideShowsThisVeryCode(string example)
    {
        string root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "PalActors.sln")))
        {
            root = Path.GetDirectoryName(root)
                ?? throw new InvalidOperationException("There is no PalActors.sln above the tests.");
        }

        string source = Read(root, "tests", "Areas.Tests", "Actors", "TestingGuideTests.cs");
        string guide = Read(root, "docs", "testing.md");
        string marker = $"    // example: {example}\n";
        int start = source.IndexOf(marker, StringComparison.Ordinal) + marker.Length;
        string code = source[start..source.IndexOf("\n\n    // end", start, StringComparison.Ordinal)];
        IEnumerable<string> lines = code.Split('\n')
            .Select(line => line.StartsWith("    ", StringComparison.Ordinal) ? line[4..] : line);
        Assert.Contains($"```csharp\n{string.Join('\n', lines)}\n```", guide, StringComparison.Ordinal);
    }

    private static string Read(params string[] path) => File.ReadAllText(Path.Combine(path)).ReplaceLineEndings("\n");
}
