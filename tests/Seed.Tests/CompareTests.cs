using System.Globalization;
using PalActors.Cli.Terminal;

namespace PalActors.Seed.Tests;

/// <summary><c>palactors compare</c> and <c>plot</c> on runs made by hand.</summary>
public sealed class CompareTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task TheLargestDeviationAndTheFirstRecordAboveAreNamed()
    {
        // Rows come in any order; record k is the k-th tick.
        string run = Run(
            "7,PAL,3000,1,1,angle_WT_B,30.5", "7,PAL,1000,0,1,angle_WT_B,50", "7,PAL,2000,1,1,angle_WT_B,40.001",
            "7,PAL,2000,1,1,norm_ratio_B_WT,1");
        string curves = _folder.Write("angle_WT_B.json", """{"seeds": {"7": [[50], [40], [30]], "9": [[1]]}}""");
        Invocation result = await Palactors.RunAsync("compare", run, curves);
        Assert.Equal(ExitCodes.Failed, result.Code);
        Assert.Contains("worst deviation 0.5 degrees (seed 7, area 1, record 2)", result.Lines);
        Assert.Contains("first record above 1E-06 degrees: 1 (seed 7, area 1)", result.Lines);
        Assert.Equal(ExitCodes.Success, (await Palactors.RunAsync("compare", run, curves, "--tolerance", "0.6")).Code);
    }

    [Fact]
    public async Task PathwaysOfAGraphAreComparedInTheOrderOfTheRun()
    {
        string run = Run(
            "7,PAL,1000,0,low-high,angle_WT_B,50", "7,PAL,1000,0,low-top,angle_WT_B,60",
            "7,PAL,2000,1,low-high,angle_WT_B,40", "7,PAL,2000,1,low-top,angle_WT_B,30.5");
        string curves = _folder.Write("angle_WT_B.json", """{"seeds": {"7": [[50, 60], [40, 30]]}}""");
        Invocation result = await Palactors.RunAsync("compare", run, curves);
        Assert.Equal(ExitCodes.Failed, result.Code);
        Assert.Contains("worst deviation 0.5 degrees (seed 7, pathway low-top, record 1)", result.Lines);
    }

    [Theory]
    [InlineData("180", "179.999992", ExitCodes.Success)]
    [InlineData("0", "0.000009", ExitCodes.Success)]
    [InlineData("0", "0.00002", ExitCodes.Failed)]
    [InlineData("90", "90.000009", ExitCodes.Failed)]
    [InlineData("90", "NaN", ExitCodes.Failed)]
    public async Task NearZeroAndStraightAnglesRoundOffIsAllowedAndNaNNever(string expected, string actual, int code)
    {
        string run = Run($"7,PAL,1000,0,1,angle_WT_B,{actual}", "7,PAL,2000,0,1,angle_WT_B,90");
        string curves = _folder.Write("angle_WT_B.json", $$$"""{"seeds": {"7": [[{{{expected}}}], [90]]}}""");
        Assert.Equal(code, (await Palactors.RunAsync("compare", run, curves)).Code);
    }

    [Fact]
    public async Task AnUnfinishedRunIsComparedAsFarAsItGot()
    {
        // The last line was cut when the run was killed: of 40 only the 4 is there.
        string run = Run("7,PAL,1000,0,1,angle_WT_B,50");
        File.AppendAllText(Path.Combine(run, "metrics.csv"), "7,PAL,2000,1,1,angle_WT_B,4");
        string curves = _folder.Write("angle_WT_B.json", """{"seeds": {"7": [[50], [40], [30]]}}""");
        Invocation result = await Palactors.RunAsync("compare", run, curves);
        Assert.Equal(ExitCodes.Success, result.Code);
        Assert.Contains("2 records that the run does not have", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsLeftOutOfTheComparisonIsSaid()
    {
        string run = Run(
            "7,PAL,1000,0,1,angle_WT_B,50", "7,PAL,2000,0,1,angle_WT_B,40", "8,PAL,1000,0,1,angle_WT_B,50");
        Invocation result = await Palactors.RunAsync(
            "compare",
            run,
            _folder.Write("angle_WT_B.json", """{"seeds": {"7": [[50]], "9": [[50]], "10": [[50]]}}"""));
        Assert.Equal(ExitCodes.Success, result.Code);
        Assert.Contains("the run goes on for 1 records", result.Error, StringComparison.Ordinal);
        Assert.Contains("the seeds 9, 10 too", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("the curves go on", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("seed,model,ti")]
    [InlineData("seed,model,tick,epoch,area,metric,value\n")]
    public async Task ARunThatHasJustBegunHasNoRecordsYet(string text)
    {
        string run = _folder.Write("metrics.csv", text);
        Palactors.AssertRefused(
            await Palactors.RunAsync("compare", run, _folder.Write("angle_WT_B.json", """{"seeds": {"7": [[50]]}}""")),
            "no records of angle_WT_B");
    }

    [Theory]
    [InlineData("angle_WT_B.json", """{"seeds": {"8": [[50]]}}""", "", "the run has the seeds 7, the curves 8")]
    [InlineData("angle_WT_B.json", """{"seeds": {"7": [[50, 60]]}}""", "", "seed 7 has 1 areas", "2 in the curves")]
    [InlineData("angle_WT_B.json", """{"seeds": {"7": [[50], [60, 70]]}}""", "", "record 1 of seeds.7 has 2 values")]
    [InlineData("angle_WT_B.json", """{"seeds": {"7": [["x"]]}}""", "", "record 0 of seeds.7")]
    [InlineData("angle_WT_B.json", """{"seeds": []}""", "", "seeds is missing")]
    [InlineData("angle_WT_B.json", """{"seeds": {}}""", "", "seeds is empty")]
    [InlineData("angle_WT_B.json", """{"seeds": {"7": [[50]], "07": [[50]]}}""", "", "seeds holds 07 twice")]
    [InlineData("angle_WT_B.json", "{", "", "not valid JSON")]
    [InlineData("angle_WT_B.json", """{"seeds": {"7": [[NaN]]}}""", "", "angle_WT_B.json:1: 7: NaN is no number of")]
    [InlineData("curves.json", """{"seeds": {"7": [[50]]}}""", "", "give --metric", "angle_B_phiWTphi")]
    [InlineData("curves.json", """{"seeds": {"7": [[50]]}}""", "--metric angel", "--metric is 'angel'")]
    [InlineData("angle_B_phiWTphi.json", """{"seeds": {"7": [[50]]}}""", "", "no records of angle_B_phiWTphi")]
    [InlineData("angle_WT_B.json", """{"seeds": {"7": [[50]]}}""", "--tolerance -1", "--tolerance is '-1'")]
    [InlineData("angle_WT_B.json", """{"seeds": {"7": [[50]]}}""", "--model FA", "--model is 'FA'", "PAL")]
    public async Task WhatCannotBeComparedIsSaid(string name, string curves, string options, params string[] parts)
    {
        string run = Run("7,PAL,1000,0,1,angle_WT_B,50");
        Palactors.AssertRefused(
            await Palactors.RunAsync(
                [
                    "compare",
                    run,
                    _folder.Write(name, curves),
                    .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries),
                ]),
            parts);
    }

    [Fact]
    public async Task AnAreaWithoutRecordsIsNoAgreement()
    {
        string run = Run("7,PAL,1000,0,2,angle_WT_B,50");
        Palactors.AssertRefused(
            await Palactors.RunAsync(
                "compare", run, _folder.Write("angle_WT_B.json", """{"seeds": {"7": [[50, 50]]}}""")),
            "seed 7 has no records",
            "area 1");
    }

    [Fact]
    public async Task OfSeveralModelsOneMustBeChosen()
    {
        string run = Run("7,PAL,1000,0,1,angle_WT_B,50", "7,FA,1000,0,1,angle_WT_B,80");
        string curves = _folder.Write("angle_WT_B.json", """{"seeds": {"7": [[80]]}}""");
        Palactors.AssertRefused(await Palactors.RunAsync("compare", run, curves), "several models", "PAL, FA");
        Assert.Equal(ExitCodes.Success, (await Palactors.RunAsync("compare", run, curves, "--model", "FA")).Code);
    }

    [Fact]
    public async Task WhatIsNoRunIsSaid()
    {
        string curves = _folder.Write("angle_WT_B.json", """{"seeds": {"7": [[80]]}}""");
        Palactors.AssertRefused(await Palactors.RunAsync("compare", _folder.Path, curves), "there is no metrics.csv");
        Palactors.AssertRefused(
            await Palactors.RunAsync("compare", _folder.Write("metrics.csv", "a,b\n"), curves),
            "the first line is not");
        Palactors.AssertRefused(
            await Palactors.RunAsync(
                "compare",
                _folder.Write(
                    "metrics.csv", "seed,model,tick,epoch,area,metric,value\n7,PAL\n7,PAL,1,0,1,angle_WT_B,50\n"),
                curves), "metrics.csv:2", "'7,PAL'");
        Palactors.AssertRefused(
            await Palactors.RunAsync("compare", _folder.Write("metrics.csv", "no line end"), curves),
            "the first line is not");
        Palactors.AssertRefused(
            await Palactors.RunAsync(
                "compare",
                _folder.Write(
                    "metrics.csv", "seed,model,tick,epoch,area,metric,value\n7,PAL,1,0,1,angle_WT_B,50\n7,PAL\n"),
                curves), "metrics.csv:3", "'7,PAL'");
        Palactors.AssertRefused(await Palactors.RunAsync("plot", _folder.Path), "there is no experiment.yaml");
    }

    [Fact]
    public async Task ARunWithATeacherIsDrawnShownAndDrawnAgain()
    {
        string run = _folder["run"];
        Invocation result = await Palactors.RunAsync(
            "run", "fig4ab", "--out", run, "--seeds", "1,2,3", "--set", "dataset_size=5", "--set", "settling_time=2",
            "--set", "epochs=3", "--set", "rec_per_steps=100", "--set", "angle_dW_BP=true");
        Assert.True(result.Code == 0, result.Error);
        Assert.Contains(result.Lines, line => line.Contains("BP", StringComparison.Ordinal)
            && line.Contains("|u_top - target|^2", StringComparison.Ordinal));
        string png = Path.Combine(run, "alignment.png");
        Assert.True(new FileInfo(png).Length > 10_000);
        byte[] drawn = await File.ReadAllBytesAsync(png);
        File.Delete(png);
        Assert.Equal(0, (await Palactors.RunAsync("plot", run)).Code);
        Assert.InRange((double)new FileInfo(png).Length / drawn.Length, 0.9, 1.1);
        string results = await File.ReadAllTextAsync(Path.Combine(run, "results.json"));
        Assert.Contains("\"error_target\": {", results, StringComparison.Ordinal);
        Assert.Contains("\"angle_dW_BP_area_2\": {", results, StringComparison.Ordinal);

        // Settling has no target, hence no error; each later record has one.
        string[] lines = await File.ReadAllLinesAsync(Path.Combine(run, "metrics.csv"));
        Assert.Equal(
            15,
            lines.Count(line => line.StartsWith("1,PAL,", StringComparison.Ordinal)
                && line.Contains(",error_target,", StringComparison.Ordinal)));
        Assert.Equal(
            17,
            lines.Count(line => line.StartsWith("1,PAL,", StringComparison.Ordinal)
                && line.Contains(",1,angle_WT_B,", StringComparison.Ordinal)));
        Assert.Equal(
            4 * 2,
            lines.Count(line => line.StartsWith("1,PAL,", StringComparison.Ordinal)
                && line.Contains(",angle_dW_BP,", StringComparison.Ordinal)));
    }

    private string Run(params string[] rows)
    {
        Directory.CreateDirectory(_folder["made"]);
        File.WriteAllText(
            Path.Combine(_folder["made"], "metrics.csv"),
            string.Create(
                CultureInfo.InvariantCulture, $"seed,model,tick,epoch,area,metric,value\n{string.Join('\n', rows)}\n"));
        return _folder["made"];
    }
}
