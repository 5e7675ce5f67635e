namespace PalActors.Seed.Tests;

/// <summary>Bad arguments and options: exit code 2 and one line, before anything is written.</summary>
public sealed class BadOptionTests
{
    [Theory]
    [InlineData("--set epohs=3", "--set: 'epohs' is not a key", "'epochs'")]
    [InlineData("--set layers=[4,0,3]", "--set: layers[1] is '0'", "1 or more")]
    [InlineData("--set eta_fw=[1,2,3]", "--set: eta_fw has 3 values", "takes 1 or 2")]
    [InlineData("--set delay_up=-1", "--set: delay_up is '-1'", "0 or more")]
    [InlineData("--set noise_lag=roundtrip", "--set: noise_lag is 'roundtrip'", "none, round_trip")]
    [InlineData(
        "--set delay_up=100000 --set target_delay=aligned",
        "--set: target_delay is 'aligned'",
        "100000 ticks",
        "valid is immediate")]
    [InlineData("--set gl=.nan", "--set: gl is '.nan'", "finite")]
    [InlineData("--set epochs", "--set: 'epochs' is not key=value")]
    [InlineData("--set epochs=", "--set: epochs has no value")]
    [InlineData("--set layers=[4", "--set: not valid YAML")]
    [InlineData("--set epochs=1 --set epochs=2", "--set: epochs is given twice")]
    [InlineData("--set epochs=1 --epochs 2", "epochs is given twice")]
    [InlineData("--set models.no-feedback.eta_wb=1", "--set: models.no-feedback: 'eta_wb' is not a key", "'eta_bw'")]
    [InlineData("--set models.no-feedback.eta_bw=-1", "--set: models.no-feedback: eta_bw is '-1'", "0 or more")]
    [InlineData("--set model.PAL=1", "--set: 'model.PAL' is not a key", "models.NAME.key")]
    [InlineData("--epochs 0", "--epochs: epochs is '0'", "from 1")]
    [InlineData("--epochs many", "--epochs: epochs is 'many'", "whole number")]
    [InlineData("--seeds 1,x", "--seeds: seeds is 'x'", "whole number")]
    [InlineData("--seeds 1,1", "--seeds: seeds holds '1' twice", "different")]
    [InlineData("--ticks 0", "--ticks: ticks is '0'", "1 or more")]
    [InlineData("--ticks 1.5", "--ticks: ticks is '1.5'", "whole number")]
    [InlineData("--ticks 1901", "--ticks: ticks is 1901", "valid is 1 to 1900")]
    [InlineData("--sed 1", "'--sed' is not an option", "'--set'")]
    [InlineData("another", "'another' is one argument too many")]
    public async Task OfRun(string options, params string[] parts)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", Palactors.Small);

        Invocation invocation = await Palactors.RunAsync(["run", file, "--out", folder["out"], .. options.Split(' ')]);

        Palactors.AssertRefused(invocation, parts);
        Assert.False(Directory.Exists(folder["out"]));
    }

    [Theory]
    [InlineData("run", "EXPERIMENT")]
    [InlineData("run yin-yan", "there is no experiment 'yin-yan'", "nearest is 'yin-yang'")]
    [InlineData("run missing.yaml", "missing.yaml: there is no such file")]
    [InlineData("run .", "'.'")]
    [InlineData("rnu yin-yang", "'rnu' is not a command", "'run'")]
    [InlineData("replay missing.json", "missing.json")]
    [InlineData("list it", "'it' is one argument too many")]
    public async Task OfOtherCommands(string command, params string[] parts) =>
        Palactors.AssertRefused(await Palactors.RunAsync(command.Split(' ')), parts);

    [Fact]
    public async Task AnOutputFolderThatCannotBeMadeIsRefused()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", Palactors.Small);

        Palactors.AssertRefused(
            await Palactors.RunAsync("run", file, "--out", Path.Combine(file, "out")),
            "--out is",
            "small.yaml",
            "cannot be written");
        Palactors.AssertRefused(await Palactors.RunAsync("run", file, "--out", file), "--out is", "cannot be written");
        Palactors.AssertRefused(await Palactors.RunAsync("run", file, "--out", ""), "--out is empty");
        Assert.Equal([file], Directory.GetFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("metrics.csv")]
    [InlineData("experiment.yaml")]
    public async Task AnOutputFolderThatHoldsARunIsLeftAlone(string name)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", Palactors.Small);
        Directory.CreateDirectory(folder["out"]);
        folder.Write(Path.Combine("out", name), "precious");

        Palactors.AssertRefused(
            await Palactors.RunAsync("run", file, "--out", folder["out"]),
            "--out is",
            $"already holds {name}",
            "new or empty");

        Assert.Equal([Path.Combine(folder["out"], name)], Directory.GetFileSystemEntries(folder["out"]));
        Assert.Equal("precious", File.ReadAllText(Path.Combine(folder["out"], name)));
    }
}
