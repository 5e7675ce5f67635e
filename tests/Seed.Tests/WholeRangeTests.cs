using System.Text.RegularExpressions;
using PalActors.Cli.Terminal;
using PalActors.Lab.Experiments;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Tests;

/// <summary>Lists of whole numbers take ranges, all in one notation.</summary>
public sealed class WholeRangeTests
{
    [Theory]
    [InlineData("1-3", 1, 2, 3)]
    [InlineData("[1-3, 7]", 1, 2, 3, 7)]
    [InlineData("[5, 8-9]", 5, 8, 9)]
    [InlineData("4-4", 4)]
    [InlineData("4", 4)]
    public void OfSeeds(string text, params int[] seeds) =>
        Assert.Equal(seeds.Select(seed => (ulong)seed), Read($"seeds={text}").Seeds);

    [Fact]
    public void OfTheLargestSeeds() => Assert.Equal(
        [ulong.MaxValue - 1, ulong.MaxValue], Read($"seeds={ulong.MaxValue - 1}-{ulong.MaxValue}").Seeds);

    [Fact]
    public void OfWhatIsRecordedAndWhere()
    {
        const string record = "record=[{observable: rate, area: 1-2, neurons: [0-1, 2], ticks: [5-7, 10]}]";
        Experiment read = Read(record, "layers=[4, 9, 7, 3]", "eta_fw=1", "placement=[[1-2], [3]]");
        RecordingPlan plan = Assert.Single(read.Record);
        Assert.Equal([1, 2], plan.Areas);
        Assert.Equal([0, 1, 2], plan.Neurons);
        Assert.Equal([5, 6, 7, 10], plan.Ticks);
        Assert.Equal([1, 2], read.Placement![0]);
    }

    [Fact]
    public async Task OfAnOption()
    {
        string[] dry = ["run", "yin-yang", "--dry-run", "--no-calibration"];
        Invocation invocation = await Palactors.RunAsync([.. dry, "--seeds", "1-3,9"]);
        Assert.StartsWith("yin-yang: 4 networks", invocation.Output, StringComparison.Ordinal);
        Invocation placed = await Palactors.RunAsync([.. dry, "--placement", "1-2"]);
        Assert.Equal((ExitCodes.Success, ""), (placed.Code, placed.Error));
    }

    [Theory]
    [InlineData("--seeds", "1-10001", "range '1-10001'", "up to 10000 numbers")]
    [InlineData("--seeds", "1-9000,10000-19000", "range '10000-19000'", "up to 10000 numbers")]
    [InlineData("--seeds", "0-18446744073709551615", "up to 10000 numbers")]
    [InlineData("--seeds", "3-1", "seeds is '3-1'", "range such as 1-10")]
    [InlineData("--seeds", "1-", "seeds is '1-'", "range such as 1-10")]
    [InlineData("--seeds", "1-2-3", "seeds is '1-2-3'")]
    [InlineData("--seeds", "1..3", "seeds is '1..3'", "range such as 1-10")]
    [InlineData("--seeds", "1-3,2", "seeds holds '2' twice")]
    [InlineData("--set", "record=[{observable: rate, ticks: 1-20000}]", "record[0].ticks holds the range '1-20000'")]
    [InlineData("--set", "record=[{observable: rate, neurons: [0, 5, 9]}]", "area 2 has neurons 0 to 2", "give area")]
    public async Task WhatIsNoRangeOrTooLongIsRefused(string option, string value, params string[] parts) =>
        Palactors.AssertRefused(await Palactors.RunAsync("run", "yin-yang", option, value), parts);

    [Theory]
    [InlineData("student", "--seeds", "generator numpy-legacy takes 32 bits")]
    [InlineData("yin-yang", "--set data_seed=", "takes 32 bits")]
    public async Task ASeedThatIsTooLargeNamesWhatLimitsIt(string experiment, string option, string why)
    {
        string[] given = Regex.Split($"{option} 5000000000".Replace("= ", "=", StringComparison.Ordinal), " ");
        Palactors.AssertRefused(await Palactors.RunAsync(["run", experiment, .. given]), "'5000000000'", why);
    }

    private static Experiment Read(params string[] settings) =>
        ExperimentSource.Read(
            CellModels.All, "yin-yang", null, settings.Select(setting => Override.Parse("--set", setting)), []);
}
