using System.Diagnostics;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.Microcircuit;
using PalActors.Areas.Models.RateCells;
using PalActors.Lab.DryRuns;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Tests.DryRuns;

/// <summary>What a calibration builds, and how durations become a time per tick.</summary>
public sealed class CalibrationTests
{
    private static readonly NetworkPlan s_large = PlannedRuns.Networks(
        "yin-yang", "layers=[4, 3000, 50, 2000, 3]", "eta_fw=0.1")[0];

    [Fact]
    public void ItBuildsTheNetworkWhereItFits()
    {
        NetworkPlan plan = PlannedRuns.Networks("yin-yang", "layers=[4, 30, 20, 3]", "eta_fw=0.1")[0];
        CalibrationPlan chosen = CalibrationPlan.Of(new MicrocircuitModel(), plan, 1_000_000)!;
        Assert.Equal(plan.Layers, chosen.Plan.Layers);
        Assert.Equal([1, 2, 3], chosen.Areas);
        Assert.False(chosen.IsPartial(new MicrocircuitModel().Footprints(plan)));
        Phase phase = Assert.Single(chosen.Plan.Schedule.Phases);
        Assert.Equal(("train", 1), (phase.Split, phase.FirstTick));
        Assert.True((phase.Flags & TickFlags.LearnForward) != 0);
    }

    [Fact]
    public void OfALargeNetworkItBuildsASmallerOneOfTheSameForm()
    {
        CalibrationPlan chosen = CalibrationPlan.Of(new MicrocircuitModel(), s_large, 2_000_000)!;
        int[] layers = chosen.Plan.Layers;
        Assert.Equal((4, 50, 3), (layers[0], layers[2], layers[4]));
        Assert.InRange(layers[1], 50, 600);
        Assert.InRange(chosen.Footprints.Sum(area => area.Bytes), 500_000, 2_000_000);
        Assert.True(chosen.IsPartial(new MicrocircuitModel().Footprints(s_large)));
    }

    [Fact]
    public void OfALargeNetworkOfImagesItBuildsTheAreasThatFit()
    {
        NetworkPlan plan = PlannedRuns.Networks("cifar10")[0];
        Assert.Equal([4, 3, 2], CalibrationPlan.Of(new RateModel(), plan, 60_000_000)!.Areas);
        Assert.Equal([4], CalibrationPlan.Of(new RateModel(), plan, 1_000_000)!.Areas);
        Assert.Null(CalibrationPlan.Of(new RateModel(), plan, 10_000));
    }

    [Fact]
    public void AreasThatAreAlikeShareATimeAndAreBuiltOnceWhereTheyAreLarge()
    {
        NetworkPlan plan = PlannedRuns.Networks("yin-yang", "layers=[4, 90, 90, 90, 90, 90, 3]", "eta_fw=0.1")[0];
        Assert.Equal([1, 2, 5, 6], CalibrationPlan.Of(new MicrocircuitModel(), plan, 200_000)!.Areas);
        Calibration whole = Measure(1_000_000_000), some = Measure(200_000);
        Assert.Equal((false, true), (whole.IsPartial, some.IsPartial));
        Assert.Single(whole.Seconds.Skip(1).Take(3).Distinct());
        Assert.Single(some.Seconds.Skip(1).Take(3).Distinct());

        Calibration Measure(long most) =>
            Calibration.Measure(CellModels.All, plan, SpareThreads.None, TimeSpan.FromMilliseconds(20), most)!;
    }

    [Fact]
    public void TimesOfSmallerAreasAreScaledByCost()
    {
        Calibration measured = Calibration.Measure(
            CellModels.All, s_large, SpareThreads.None, TimeSpan.FromMilliseconds(20), 200_000)!;
        Assert.True(measured.IsPartial);
        Assert.Equal(4, measured.Seconds.Count);
        Assert.All(measured.Seconds, seconds => Assert.InRange(seconds, 1e-9, 10));
        // 3000 x 50 and 2000 x 50 weights, three times the first and once the second: within what caches change.
        Assert.InRange(measured.Seconds[0] / measured.Seconds[3], 3, 3000);
        Assert.Equal([0.5, 2], new Calibration([1, 2], false).Least(new Calibration([0.5, 3], false)).Seconds);
    }

    [Fact]
    public void WhatComesOncePerPresentationOrBlockCountsOnce()
    {
        TickSamples samples = new();
        foreach (int repeat in Enumerable.Range(0, 400))
        {
            for (int tick = 0; tick < 8; tick++)
                samples.Add(Ticks(tick == 0 ? 80 : 10), 1, tick == 0 ? 8 : 1);
            samples.Add(Ticks(110), presentation: 100, block: 1);
        }

        // 10 µs, 70 more in every eighth tick, 100 more in every hundredth.
        Assert.Equal(10 + (70 / 8.0) + (100 / 100.0), samples.PerTick(0) * 1e6, 2);
        Assert.Equal(10 + (70 / 8.0) + (100 / 100.0) - 2, samples.PerTick(Ticks(2)) * 1e6, 2);
    }

    [Fact]
    public void StretchesThatOtherWorkMadeLongerDoNotCountAndRareWorkOfTheAreaDoes()
    {
        TickSamples samples = new();
        for (int stretch = 0; stretch < 40; stretch++)
        {
            for (int tick = 0; tick < 128; tick++)
                samples.Add(Ticks(tick == 5 ? 129 : stretch % 2 == 1 && tick == 9 ? 4000 : 1), 1, 1);
        }

        Assert.Equal(2, samples.PerTick(0) * 1e6, 2);
        samples.Clear();
        Assert.Equal(0, samples.PerTick(0));
    }

    [Fact]
    public void AFrameOverLoopbackTakesATime() => Assert.InRange(FrameProbe.Measure(), 1e-6, 1);

    private static long Ticks(double microseconds) => (long)(microseconds * 1e-6 * Stopwatch.Frequency);
}
