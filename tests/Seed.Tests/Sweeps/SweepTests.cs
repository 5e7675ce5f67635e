using System.Globalization;
using System.Text.Json;
using PalActors.Cli;
using PalActors.Cli.Terminal;
using PalActors.Lab.Results;

namespace PalActors.Seed.Tests.Sweeps;

/// <summary>Small sweeps from the command line to the table, whole, interrupted and torn.</summary>
public sealed class SweepTests : IDisposable
{
    private static readonly string[] s_over =
        ["--over", "eta_bw=0.25,0.5", "--over", "layers=[4,5,3],[4,6,3]", "--seeds", "1,2"];
    private readonly TemporaryFolder _folder = new();
    private readonly string _experiment;

    public SweepTests() => _experiment = _folder.Write("small.yaml", Palactors.Small);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ATableHoldsEveryNetworkInTheOrderOfThePoints()
    {
        Invocation sweep = await SweepAsync("out");

        Assert.Equal((ExitCodes.Success, ""), (sweep.Code, sweep.Error));
        Assert.Equal("small: sweep of 4 points, 8 networks; results go to " + _folder["out"], sweep.Lines[0]);
        Assert.Contains(
            "points 4/4 done; networks 8 done, 0 running, 0 to come", sweep.Lines[^2], StringComparison.Ordinal);
        Assert.Equal($"In {_folder["out"]}: sweep.yaml, sweep.csv, sweep.png", sweep.Lines[^1]);
        Assert.Equal(
            ["sweep.csv", "sweep.png", "sweep.svg", "sweep.yaml"],
            Directory.GetFileSystemEntries(_folder["out"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        string[] lines = Table("out");
        Assert.Equal("eta_bw,layers,seed,model,metric,area,value", lines[0]);
        Assert.Equal(
            [
                "0.25,\"[4,5,3]\",1", "0.25,\"[4,5,3]\",2", "0.25,\"[4,6,3]\",1", "0.25,\"[4,6,3]\",2",
                "0.5,\"[4,5,3]\",1", "0.5,\"[4,5,3]\",2", "0.5,\"[4,6,3]\",1", "0.5,\"[4,6,3]\",2",
            ],
            lines.Skip(1).Select(line => line[..line.IndexOf(",PAL,", StringComparison.Ordinal)]).Distinct());
        Assert.Equal(8, lines.Count(line => line.EndsWith(",PAL,ticks,,1900", StringComparison.Ordinal)));
        Assert.Equal(8, lines.Count(line => line.Contains(",PAL,us_per_tick,,", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task APointEqualsARunWithTheSameValues()
    {
        await SweepAsync("out");
        Invocation run = await Palactors.RunAsync(
            "run", _experiment, "--set", "eta_bw=0.5", "--set", "layers=[4,6,3]", "--seeds", "2", "--quiet", "--out",
            _folder["run"]);
        Assert.Equal(ExitCodes.Success, run.Code);

        using JsonDocument results = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(_folder["run"], RunFiles.Results)));
        JsonElement network = Assert.Single(results.RootElement.GetProperty("networks").EnumerateArray());
        string[] expected =
        [
            .. network.GetProperty("metrics").EnumerateArray().Select(metric => string.Create(
                CultureInfo.InvariantCulture,
                $"{metric.GetProperty("metric").GetString()},"
                    + $"{(metric.TryGetProperty("area", out JsonElement area) ? area.GetInt32() : null)},"
                    + $"{metric.GetProperty("value").GetDouble():R}")),
        ];
        const string Start = "0.5,\"[4,6,3]\",2,PAL,";
        string[] actual =
        [
            .. Table("out")
                .Where(line => line.StartsWith(Start, StringComparison.Ordinal)).Select(line => line[Start.Length..]),
        ];

        Assert.Equal(7, expected.Length);
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual[..^4].Order(StringComparer.Ordinal));
        Assert.StartsWith("us_per_tick,,", actual[^4], StringComparison.Ordinal);
        Assert.StartsWith("waiting_us_per_tick,,", actual[^3], StringComparison.Ordinal);
        Assert.Equal("ticks,,1900", actual[^2]);
        Assert.StartsWith("frames,,", actual[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 5)]
    [InlineData(9, 0)]
    [InlineData(20, 12)]
    [InlineData(64, 7)]
    public async Task WhatAKillHasTornIsDoneAgain(int rows, int letters)
    {
        await SweepAsync("out");
        string[] whole = Table("out");
        File.WriteAllText(
            In("out", "sweep.csv"),
            string.Concat(whole[..^rows].Select(line => line + "\n")) + whole[^rows][..letters]);

        Invocation again = await SweepAsync("out");

        Assert.Equal(ExitCodes.Success, again.Code);
        int kept = whole[..^rows].Count(line => line.Contains(",frames,,", StringComparison.Ordinal));
        Assert.Equal(
            kept > 0,
            again.Output.Contains(
                $"{kept} of them were done before; the others are run now.", StringComparison.Ordinal));
        Assert.Equal(Results(whole), Results(Table("out")));
        // Finished networks were not run again: their times are unchanged.
        int last = Array.FindLastIndex(whole[..^rows], line => line.Contains(",frames,,", StringComparison.Ordinal));
        Assert.Equal(whole[..(last + 1)], Table("out")[..(last + 1)]);
    }

    [Fact]
    public async Task AnInterruptedSweepGoesOnWithTheSameCommand()
    {
        await SweepAsync("whole");
        using CancellationTokenSource at = new();
        StopAtLine output = new("points ", at);
        StringWriter error = new();
        // The networks of the second point take two thousand times as long as those of the first. They are running, or
        // still to come, when the first line reports a finished one.
        string[] sweep = ["sweep", _experiment, "--over", "Tpres=1,2000", "--seeds", "1,2", "--out"];
        int code = await CommandLine.InvokeAsync(
            [.. sweep, _folder["stopped"]], CellModels.All, output, error, at.Token);

        Assert.Equal((ExitCodes.Interrupted, ""), (code, error.ToString()));
        Assert.Contains("The same command goes on with the others.", output.ToString(), StringComparison.Ordinal);
        Assert.InRange(Table("stopped").Count(line => line.Contains(",frames,,", StringComparison.Ordinal)), 1, 3);

        Assert.Equal(ExitCodes.Success, (await Palactors.RunAsync([.. sweep, _folder["stopped"]])).Code);
        Assert.Equal(ExitCodes.Success, (await Palactors.RunAsync([.. sweep, _folder["straight"]])).Code);
        Assert.Equal(Results(Table("straight")), Results(Table("stopped")));
    }

    [Fact]
    public async Task ACompleteSweepIsLeftAsItIs()
    {
        await SweepAsync("out");
        string[] whole = Table("out");
        Invocation again = await SweepAsync("out");

        Assert.Equal(ExitCodes.Success, again.Code);
        Assert.Contains("8 of them were done before.", again.Lines);
        Assert.Equal(whole, Table("out"));
    }

    [Fact]
    public async Task AnotherSweepIsRefusedUnlessToldToBeginAnew()
    {
        await SweepAsync("out");
        string[] whole = Table("out");
        string[] other = ["sweep", _experiment, "--over", "eta_bw=0.25,0.75", "--out", _folder["out"]];

        Palactors.AssertRefused(await Palactors.RunAsync(other), "already holds another sweep", "--fresh");
        Assert.Equal(whole, Table("out"));
        Assert.Equal(ExitCodes.Success, (await Palactors.RunAsync([.. other, "--fresh"])).Code);
        Assert.Equal("eta_bw,seed,model,metric,area,value", Table("out")[0]);
    }

    [Fact]
    public async Task TwoSweepsDoNotShareAFolder()
    {
        await SweepAsync("out");
        using IDisposable hold = FolderLock.Take(_folder["out"]);
        Palactors.AssertRefused(await SweepAsync("out"), "another run is writing");
    }

    [Fact]
    public async Task ATableThatIsNotOursOrCannotBeWrittenIsRefused()
    {
        Directory.CreateDirectory(_folder["own"]);
        File.WriteAllText(In("own", "sweep.csv"), "mine");
        Palactors.AssertRefused(await SweepAsync("own"), "already holds sweep.csv");
        Assert.Equal("mine", File.ReadAllText(In("own", "sweep.csv")));
        Palactors.AssertRefused(
            await Palactors.RunAsync(["sweep", _experiment, .. s_over, "--out", Path.Combine(_experiment, "out")]),
            "cannot be written");

        await SweepAsync("out");
        File.AppendAllText(In("out", "sweep.csv"), "0.9,\"[4,5,3]\",1,PAL,ticks,,3\n");
        int line = File.ReadAllLines(In("out", "sweep.csv")).Length;
        Palactors.AssertRefused(await SweepAsync("out"), $"sweep.csv:{line}", "is not a row of this sweep");
        File.Delete(In("out", "sweep.csv"));
        Directory.CreateDirectory(In("out", "sweep.csv"));
        Palactors.AssertRefused(await SweepAsync("out"), "cannot be written");
    }

    [Theory]
    [InlineData("--over eta_wb=1,2", "--over: 'eta_wb' is not a key", "'eta_bw'")]
    [InlineData("--over models.no-feedback.eta_wb=1", "'eta_wb' is not a key", "'eta_bw'")]
    [InlineData("--over eta_bw=", "eta_bw has no values")]
    [InlineData("--over eta_bw", "'eta_bw' is not key=values")]
    [InlineData("--seeds 1", "--over is missing")]
    [InlineData("--over eta_bw=0:1:1", "n is 1")]
    [InlineData("--over eta_bw=1,2 --over alpha=0,-1", "alpha is '-1'", "At the point eta_bw=1, alpha=-1")]
    [InlineData("--over Tpres=1,0.0001", "At the point Tpres=0.0001")]
    [InlineData("--over layers=[4,5,3],[4,5,4]", "layers[2] is 4", "At the point layers=[4,5,4]")]
    [InlineData("--over epochs=1,2 --epochs 3", "epochs is given twice")]
    [InlineData("--over epochs=1 --over epochs=2", "epochs is given twice")]
    [InlineData("--over seeds=1,[1,2]", "seed 1 is in two points")]
    [InlineData("--over model=PAL,PLA", "model is 'PLA'")]
    [InlineData("--over epochs=1,2 --set record=[{observable:_W,_area:_1}]", "record is given")]
    public async Task BadInputIsNamedBeforeAnythingIsWritten(string options, params string[] parts)
    {
        // A blank separates options, so those within a value are written as underscores.
        string[] words =
        [
            .. options.Split(' ').Select(word => word.StartsWith("record", StringComparison.Ordinal)
                ? word.Replace(":_", ": ", StringComparison.Ordinal).Replace(",_", ", ", StringComparison.Ordinal)
                : word),
        ];
        Palactors.AssertRefused(
            await Palactors.RunAsync(["sweep", _experiment, .. words, "--out", _folder["out"]]), parts);
        Assert.False(Directory.Exists(_folder["out"]));
    }

    private Task<Invocation> SweepAsync(string name) =>
        Palactors.RunAsync(["sweep", _experiment, .. s_over, "--out", _folder[name]]);

    private string In(string name, string file) => Path.Combine(_folder[name], file);

    private string[] Table(string name) => File.ReadAllLines(In(name, "sweep.csv"));

    // Times, and how ticks are packed into frames, vary with the load of the machine.
    private static IEnumerable<string> Results(IEnumerable<string> lines) =>
        lines.Where(line => !line.Contains("us_per_tick,", StringComparison.Ordinal)
            && !line.Contains(",frames,", StringComparison.Ordinal));
}
