using PalActors.Areas.Contract.Models;
using PalActors.Cli.Progress;
using PalActors.Clustering.Reports;
using PalActors.Lab.Experiments;
using PalActors.Lab.Sweeps;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Tests.Sweeps;

/// <summary>What a terminal shows of a sweep: points that run, values as they come, the best point so far.</summary>
public sealed class SweepValuesTests
{
    [Fact]
    public void RunningEndedAndBestPointsAreNamedWithTheirValues()
    {
        SweepCourse[] courses =
            [Course("0.1", 1), Course("0.1", 2), Course("0.5", 1), Course("0.5", 2), Course("1", 1)];
        SweepValues values = new(courses, ["eta_bw", "direction"]);
        Assert.Empty(values.Lines());
        Assert.Equal("", values.Best());

        End(courses[0], 0.90);
        End(courses[1], 0.70);
        End(courses[2], 0.85);
        End(courses[3], 0.83);
        courses[4].Start();
        courses[4].Progress(courses[4].LastTick / 2);
        courses[4].Add(Accuracy(0.4));

        Assert.Equal(
            [
                "  runs   eta_bw=1  PAL seed 1: 50 %  validation 40.00 %",
                "  ended  eta_bw=0.1  PAL seed 2: validation 70.00 %",
                "  ended  eta_bw=0.5  PAL seed 1: validation 85.00 %",
                "  ended  eta_bw=0.5  PAL seed 2: validation 83.00 %",
                // A median over seeds: the best single network is of another point.
                "best so far: validation 84.00 % at eta_bw=0.5  PAL, median of 2 seeds",
            ],
            values.Lines());
        SweepProgress progress = new(TextWriter.Null, courses, before: 0, points: 3) { Values = values };
        Assert.All(progress.Lines(60), line => Assert.True(line.Length <= 60, line));
        Assert.StartsWith("points 2/3 done", progress.Lines(60)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void ASweepThatGoesOnDoesNotCallItsBestTheBestOfAll()
    {
        SweepCourse course = Course("0.1", 1);
        End(course, 0.5);

        string best = new SweepValues([course], ["eta_bw", "direction"]) { IsWhole = false }.Best();

        Assert.Equal("best since this start: validation 50.00 % at eta_bw=0.1 direction=up  PAL", best);
    }

    private static SweepCourse Course(string value, int seed)
    {
        NetworkPlan plan = NetworkPlans.Of(ExperimentReader.Read(
            CellModels.All, ExperimentFiles.Resolve("yin-yang"), new Override("--seeds", "seeds", $"[{seed}]")))[0];
        int point = value == "0.1" ? 0 : value == "0.5" ? 1 : 2;
        return new SweepCourse(new SweepNetwork(point, plan, $"{value},up,{seed},PAL"));
    }

    private static void End(SweepCourse course, double accuracy)
    {
        NetworkPlan plan = course.Network.Plan;
        course.Start();
        course.Add(Accuracy(accuracy));
        course.End(new NetworkOutcome(plan, plan.Schedule.EndTick, true, [], NetworkFigures.None));
    }

    private static Metric Accuracy(double value) => new(0, 10, 1, null, CommonMetrics.AccuracyValidation, value);
}
