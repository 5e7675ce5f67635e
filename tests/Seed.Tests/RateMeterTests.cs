using PalActors.Lab.Experiments;
using PalActors.Lab.Results;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Tests;

/// <summary>Speed and time left, also right after a run's start and after a recovery.</summary>
public sealed class RateMeterTests
{
    private static readonly NetworkPlan s_plan = NetworkPlans.Of(ExperimentReader.Read(
        CellModels.All, ExperimentFiles.Resolve("yin-yang"), Override.Parse("--set", "ticks=100000")))[0];

    private readonly NetworkRecord _network = new(s_plan, Palactors.Cells);
    private readonly RateMeter _rate;

    public RateMeterTests() => _rate = new RateMeter(_network);

    [Fact]
    public void TheTimeLeftIsNotToldFromTheFirstTicks()
    {
        At(0.1, tick: 0);
        At(0.2, tick: 4);
        Assert.Equal(40, _rate.TicksPerSecond, 6);
        Assert.Equal(double.NaN, _rate.SecondsLeft);
        At(2.2, tick: 2100);
        At(8, tick: 8000);
        At(9.9, tick: 9900);
        Assert.Equal(double.NaN, _rate.SecondsLeft);
        At(10.5, tick: 10_500);
        Assert.Equal(89_500 / _rate.TicksPerSecond, _rate.SecondsLeft, 6);
    }

    [Fact]
    public void WhatARecoveryTakesSaysNothingAboutTheSpeed()
    {
        for (int i = 0; i <= 50; i++)
            At(10 + (0.1 * i), tick: 1000 * i);
        Assert.Equal(10_000, _rate.TicksPerSecond, 6);
        _network.CutBack(30_000);
        for (int i = 0; i <= 20; i++)
            At(15 + (0.1 * i), tick: 30_000);
        Assert.Equal(0, _rate.TicksPerSecond);
        Assert.Equal(double.NaN, _rate.SecondsLeft);
        for (int i = 1; i <= 25; i++)
            At(17 + (0.1 * i), tick: 30_000 + (1000 * i));
        Assert.Equal(10_000, _rate.TicksPerSecond, 6);
        Assert.Equal(4.5, _rate.SecondsLeft, 6);
    }

    private void At(double seconds, long tick)
    {
        _network.Progress(tick);
        _rate.Sample(seconds);
    }
}
