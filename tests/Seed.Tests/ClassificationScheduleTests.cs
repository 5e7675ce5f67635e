using PalActors.Areas.Contract.Models;
using PalActors.Lab.Experiments;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Tests;

/// <summary>The arithmetic of the schedule: section 4 of MODEL.</summary>
public sealed class ClassificationScheduleTests
{
    private const TickFlags Learning =
        TickFlags.LearnForward | TickFlags.LearnLateral | TickFlags.LearnBackward | TickFlags.Noise | TickFlags.Target;
    private const TickFlags Evaluating = TickFlags.Noise | TickFlags.ReadOut;

    private static readonly Schedule s_paper = Build(new Override("--epochs", "epochs", "400"));

    [Fact]
    public void AnEvaluationTheEpochsAndATest()
    {
        Assert.Equal(
            ["validation", .. Enumerable.Repeat<string[]>(["train", "validation"], 400).SelectMany(x => x), "test"],
            s_paper.Phases.Select(p => p.Split));
        Assert.Equal(
            [0, .. Enumerable.Range(1, 400).SelectMany(e => new[] { e, e }), 400], s_paper.Phases.Select(p => p.Epoch));
        Assert.All(s_paper.Phases, phase => Assert.Equal(100, phase.PresentationTicks));
    }

    [Fact]
    public void PhasesFollowWithoutAGapFromTickOne()
    {
        long next = 1;
        foreach (Phase phase in s_paper.Phases)
        {
            Assert.Equal(next, phase.FirstTick);
            next = phase.LastTick + 1;
        }

        Assert.Equal(s_paper.EndTick, next - 1);
        Assert.Equal(100L * (900 + (400 * (6000 + 900)) + 900), s_paper.EndTick);
    }

    [Fact]
    public void WhatActsInEachPhase()
    {
        foreach (Phase phase in s_paper.Phases)
        {
            (int samples, TickFlags flags, string? metric, bool alignment) = phase.Split switch
            {
                "train" => (6000, Learning, null, false),
                "validation" => (900, Evaluating, CommonMetrics.AccuracyValidation, true),
                _ => (900, Evaluating, CommonMetrics.AccuracyTest, false),
            };
            Assert.Equal(
                (samples, flags, metric, alignment),
                (phase.Presentations, phase.Flags, phase.Metric, phase.RecordAlignment));
        }
    }

    [Fact]
    public void EveryPhaseIsShuffledAfresh()
    {
        int[] rounds = [.. s_paper.Phases.Select(p => p.ShuffleRound)];

        Assert.True(rounds[0] >= 0);
        Assert.Equal(rounds.Order().Distinct(), rounds);
    }

    [Fact]
    public void TicksEndItEarlierAndChangeNothingElse()
    {
        Schedule whole = Build(), part = Build(new Override("--ticks", "ticks", "100001"));

        Assert.Equal(100001, part.EndTick);
        Assert.Equal(whole.Phases, part.Phases);
    }

    [Fact]
    public void MoreEpochsBeginLikeFewer() =>
        Assert.Equal(Build().Phases[..^1], s_paper.Phases[..(Build().Phases.Length - 1)]);

    private static Schedule Build(params Override[] overrides) =>
        NetworkPlans.Of(ExperimentReader.Read(
            CellModels.All, ExperimentFiles.Resolve("yin-yang"), overrides))[0].Schedule;
}
