using PalActors.Lab.Experiments;

namespace PalActors.Seed.Tests;

/// <summary>Advice on an invalid word: the nearest valid one, all of them, or where to find them.</summary>
public sealed class NearWordTests
{
    [Theory]
    [InlineData("etaa_bw", "eta_bw")]
    [InlineData("TPRES", "Tpres")]
    [InlineData("dWPP_lowpass", "dWPP_low_pass")]
    [InlineData("topology", null)]
    [InlineData("skip", null)]
    [InlineData("plasticity", null)]
    [InlineData("dropout", null)]
    [InlineData("", null)]
    public void AThirdOfTheLettersMayDiffer(string word, string? guess) =>
        Assert.Equal(guess, NearestKey.Guess(word, Palactors.Keys));

    [Theory]
    [InlineData("foo", "valid is one of run, resume", "nearest")]
    [InlineData("rnu", "the nearest valid one is 'run'")]
    [InlineData("run yin-yang --watch", "valid is one of --task, --seeds", "nearest")]
    [InlineData("run yin-yang --ste a=b", "the nearest valid one is '--set'")]
    [InlineData("run README.md", "valid is a .yaml file, or a name that 'palactors list' shows", "student")]
    [InlineData("run runs", "'palactors list' shows", "mnist")]
    [InlineData("run mnits", "the nearest is 'mnist'")]
    [InlineData("run yin-yang --set topology=1", "'topology' is not a key; 'palactors keys' lists all keys", "tauLO")]
    [InlineData("run yin-yang --set epohs=1", "the nearest valid one is 'epochs'")]
    [InlineData("run yin-yang --set activation=ReLU", "the nearest is 'relu'")]
    [InlineData("run yin-yang --set noise_type=ou", "the nearest is 'OU'")]
    [InlineData("run yin-yang --set model=pal", "the nearest is 'PAL'")]
    [InlineData("run yin-yang --set data=Yin-Yang", "the nearest is 'yin-yang'")]
    [InlineData("study delay yin-yang --out x --direction sideways", "valid is one of up, down, both", "nearest")]
    [InlineData("study delay yin-yang --out x --remedies noise-lag", "the nearest valid one is 'noise_lag'")]
    public async Task WhatIsToldOfAWordThatIsNotValid(string command, string told, string? never = null)
    {
        Invocation invocation = await Palactors.RunAsync(command.Split(' '));
        Palactors.AssertRefused(invocation, told);
        if (never is not null)
            Assert.DoesNotContain(never, invocation.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("foo", "valid is one of input, target, ")]
    [InlineData("wights", "valid is one of input, target, ")]
    [InlineData("Rate", "the nearest valid one is 'rate'")]
    [InlineData("nosie", "the nearest valid one is 'noise'")]
    public async Task WhatIsToldOfAnObservable(string name, string told)
    {
        string[] command = ["run", "yin-yang", "--set", $"record=[{{observable: {name}}}]"];
        Palactors.AssertRefused(await Palactors.RunAsync(command), "record[0].observable is", told);
    }

    [Fact]
    public async Task TheFolderOfARunInPlaceOfAnExperimentIsRefusedWithTheCommandsThatFit()
    {
        using TemporaryFolder folder = new();
        string run = folder["demo"];
        Directory.CreateDirectory(run);
        folder.Write(Path.Combine("demo", "experiment.yaml"), Palactors.Small);
        string experiment = Path.Combine(run, "experiment.yaml");
        Palactors.AssertRefused(
            await Palactors.RunAsync("run", run), $"palactors run {experiment};", $"palactors resume {run}.");
        Palactors.AssertRefused(await Palactors.RunAsync("run", folder.Path), "is a folder");
    }
}
