using PalActors.Areas.Contract.Parameters;
using PalActors.Lab;
using PalActors.Lab.Experiments;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Seed.Tests;

public sealed class TeacherScheduleTests
{
    private const TickFlags Feedback = TickFlags.LearnLateral | TickFlags.LearnBackward | TickFlags.Noise;

    [Fact]
    public void Fig3abcSettlesAndThenLearnsFeedbackOnly()
    {
        Schedule schedule = Build("fig3abc");
        Assert.Equal(101, schedule.Phases.Length);
        Assert.Equal(1_010_000, schedule.EndTick);
        Assert.Equal(1010, schedule.RecordsUpTo(schedule.EndTick));
        Assert.Equal(101, schedule.ComparisonsUpTo(schedule.EndTick));
        Assert.Equal(
            (10_000, TickFlags.None, -1, 0),
            (
                schedule.Phases[0].Ticks, schedule.Phases[0].Flags, schedule.Phases[0].ShuffleRound,
                schedule.Phases[0].Epoch));
        Assert.All(schedule.Phases.Skip(1), (phase, i) =>
            Assert.Equal((10_000, Feedback, i, i + 1), (phase.Ticks, phase.Flags, phase.ShuffleRound, phase.Epoch)));
    }

    [Fact]
    public void Fig4abLearnsAllFromATarget()
    {
        Schedule schedule = Build("fig4ab", "epochs=3");
        Assert.All(schedule.Phases.Skip(1), phase => Assert.Equal(
            Feedback | TickFlags.LearnForward | TickFlags.Target, phase.Flags));
    }

    [Theory]
    [InlineData("0", new int[0])]
    [InlineData("1.5", new[] { 100, 50 })]
    [InlineData("0.5", new[] { 50 })]
    [InlineData("3", new[] { 300 })]
    public void SettlingMayEndInMidPresentation(string time, int[] ticks)
    {
        Schedule schedule = Build("fig3abc", $"settling_time={time}", "epochs=1");
        Phase[] settling = [.. schedule.Phases.TakeWhile(phase => phase.Split == "settle")];
        Assert.Equal(ticks.Select(n => (long)n), settling.Select(phase => phase.Ticks));
        if (ticks.Length == 2)
            Assert.Equal(1, settling[1].FirstSample);
        Assert.Equal(ticks.Sum() + 10_000, schedule.EndTick);
    }

    [Theory]
    [InlineData("settling_time=100.001", "settling_time is 100.001", "whole multiple of dt")]
    [InlineData("settling_time=101", "settling_time is 101", "0 to 100")]
    [InlineData("settling_time=-1", "settling_time is '-1'", "0 or more")]
    [InlineData("rec_per_steps=0", "rec_per_steps is '0'", "1 or more")]
    [InlineData("dataset_size=0", "dataset_size is '0'", "from 1")]
    [InlineData("train=5", "train is a key of task classification", "the task is bw_only")]
    [InlineData("noise_mode=uP", "noise_mode is 'uP'", "numpy-legacy valid is const")]
    [InlineData("seeds=[4294967296]", "seeds is '4294967296'", "from 0 to 4294967295")]
    [InlineData("generator=mersenne", "generator is 'mersenne'", "counter, numpy-legacy")]
    [InlineData("angle_dW_BP=yes", "angle_dW_BP is 'yes'", "true, false")]
    public void WhatIsWrongIsNamed(string setting, params string[] parts)
    {
        InputException error = Assert.Throws<InputException>(() => Build("fig3abc", setting));
        Assert.All(parts, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void ATeachersKeyIsRefusedWhereThereIsNoTeacher() =>
        Assert.Contains(
            "task bw_only and fw_bw",
            Assert.Throws<InputException>(() => Build("yin-yang", "init_teacher_WPP_range=[0, 1]")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void TheDataSeedIsTheFirstOfTheFilesListWhicheverSeedsRun()
    {
        Experiment read = ExperimentReader.Read(
            CellModels.All, ExperimentFiles.Resolve("fig3abc"), new Override("--seeds", "seeds", "[456]"));
        Assert.Equal(123u, read.DataSeed);
        Assert.Contains("data_seed: 123 ", ExperimentWriter.Write(read), StringComparison.Ordinal);
    }

    private static Schedule Build(string experiment, params string[] settings)
    {
        Experiment read = ExperimentReader.Read(
            CellModels.All,
            ExperimentFiles.Resolve(experiment),
            settings.Select(text => Override.Parse("--set", text)));
        return ExperimentTask.ScheduleOf(
            read, new StepOptions(read.OptionsOf(read.Variant(read.Selected[0]))));
    }
}
