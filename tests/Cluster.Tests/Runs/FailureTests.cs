using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Runs;

/// <summary>A plan that cannot run fails at once, with the reason, and stops the other networks too.</summary>
public sealed class FailureTests
{
    public static IReadOnlyDictionary<string, (NetworkPlan Plan, string Reason)> Plans { get; } = new Dictionary<
        string, (NetworkPlan, string)>
    {
        ["unknown data"] = (RunFixture.Plan("PAL") with { Data = "yin" }, "yin-yang"),
        ["unknown model"] = (RunFixture.Plan("DFA"), "DFA"),
        ["sizes that the data does not have"] = (SmallPlans.YinYang("PAL", layers: [5, 9, 3]), "layers"),
        ["a bad parameter"] = (RunFixture.Plan("PAL", 0, "gl=-1"), "gl"),
        ["a parameter that the model refuses"] = (RunFixture.Plan("BP", 0, "dWPP_r_low_pass=true"), "dWPP_r_low_pass"),
        ["an unknown split"] = (WithSplit(RunFixture.Plan("PAL"), "holdout"), "holdout"),
    };

    public static TheoryData<string> Names => [.. Plans.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task TheReasonIsNamed(string name)
    {
        (NetworkPlan plan, string reason) = Plans[name];
        RunFailedException error = await Assert.ThrowsAsync<RunFailedException>(
            () => RunFixture.RunAsync(plan, new RunSettings()));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Contains($"seed {plan.Seed}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheOthersAreStopped()
    {
        NetworkPlan endless = SmallPlans.YinYang("PAL", train: 20_000, validation: 0);
        NetworkPlan bad = endless with { Network = 1, Data = "yin" };
        RecordingObserver observer = new();
        await Assert.ThrowsAsync<RunFailedException>(() => RunFixture.RunAsync(
            [endless, bad], new RunSettings { Lanes = 2, HorizonTime = TimeSpan.FromMilliseconds(1) }, observer));
        Assert.All(observer.Outcomes, outcome => Assert.False(outcome.Completed));
    }

    [Fact]
    public async Task AClockThatFailsEndsTheRun()
    {
        RecordingObserver observer =
            new() { OnProgress = (_, _) => throw new InvalidOperationException("the observer broke") };
        RunFailedException error = await Assert.ThrowsAsync<RunFailedException>(
            () => RunFixture.RunAsync([RunFixture.Plan("PAL")], new RunSettings(), observer));
        Assert.Contains(
            "failed in its clock: InvalidOperationException: the observer broke",
            error.Message,
            StringComparison.Ordinal);
    }

    private static NetworkPlan WithSplit(NetworkPlan plan, string split) => plan with
    {
        Schedule = plan.Schedule with
        {
            Phases = [.. plan.Schedule.Phases.Select((phase, i) => i == 1 ? phase with { Split = split } : phase)],
        },
    };
}
