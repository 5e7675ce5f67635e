using PalActors.Cli.Terminal;
using PalActors.Lab;
using PalActors.Lab.Experiments;
using PalActors.TestKit;

namespace PalActors.Seed.Tests;

/// <summary>
/// Keys of the authors' torch program: what is not used is told, what is not supported or wrong is refused by name.
/// </summary>
public sealed class AuthorsDeepKeyTests
{
    private const string ConvolutionalLists =
        "bw_lr_factors, regularizer, tau_xi, tau_HP, tau_LO, sigma, wn_sigma";

    [Fact]
    public void AFileWithNothingUnusualHasNoNotes()
    {
        Assert.Empty(AuthorsDeepFiles.Read(AuthorsDeepFiles.Autoencoder()).Notes);
        Assert.Empty(AuthorsDeepFiles.Read(AuthorsDeepFiles.Convolutional()).Notes);
    }

    [Theory]
    [InlineData("with_optimizer", "\"store_true\"", "with_optimizer is not used, as in the authors' program")]
    [InlineData("output", "\"./here/\"", "output is not used; the folder is named when a run starts")]
    [InlineData("activation", "\"ReLU\"", "activation is not used by the autoencoder", "tanh, linear, tanh, linear")]
    [InlineData("target_type", "\"mse\"", "target_type is not used by the autoencoder", "its target_type is rate")]
    [InlineData("sigma", "[0.01, 0.02, 0.03, 0.04, 0.05]", "sigma has 5 values for the 4 areas of the autoencoder",
        "the first 4 are used")]
    public void WhatIsNotUsedIsToldInOneLineAndChangesNothing(string key, string value, params string[] parts)
    {
        (Experiment read, List<string> notes) = AuthorsDeepFiles.Read(AuthorsDeepFiles.Autoencoder((key, value)));
        string note = Assert.Single(notes);
        Assert.All([.. parts, "params.json:"], part => Assert.Contains(part, note, StringComparison.Ordinal));
        Experiment plain = AuthorsDeepFiles.Read(AuthorsDeepFiles.Autoencoder()).Experiment;
        Assert.Equal(
            plain.Parameters.Select(option => (option.Name, string.Join(' ', option.Values))),
            read.Parameters.Select(option => (option.Name, string.Join(' ', option.Values))));
    }

    [Fact]
    public void TheTargetTypeThatTheAutoencoderHasAnywayIsNoNews() =>
        Assert.Empty(AuthorsDeepFiles.Read(AuthorsDeepFiles.Autoencoder(("target_type", "\"rate\""))).Notes);

    [Theory]
    [InlineData("lr_factors", "[5, 1, 1, 0, 2, 0.2]", "lr_factors of pools are not used")]
    [InlineData("wn_sigma", "[0, 0, 0, 0.1, 0, 0]", "wn_sigma of pools are not used")]
    public void WhatAPoolHasNoUseForIsTold(string key, string value, string part) => Assert.Contains(
        part,
        Assert.Single(AuthorsDeepFiles.Read(AuthorsDeepFiles.Convolutional((key, value))).Notes),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("BP")]
    [InlineData("FA")]
    [InlineData("DFA")]
    public void WhatOnlyPalUsesNeedNotBeThere(string algorithm)
    {
        (string, string?)[] without = [.. ConvolutionalLists.Split(", ").Select(key => (key, (string?)null))];
        (Experiment read, List<string> notes) = AuthorsDeepFiles.Read(
            AuthorsDeepFiles.Convolutional([("algorithm", $"\"{algorithm}\""), ("model_variant", null), .. without]));
        Assert.Equal([algorithm], read.Selected);
        Assert.Empty(notes);
    }

    [Fact]
    public void NoWhiteNoiseIsNotWorthANoteWithoutPal()
    {
        (string, string?)[] without =
            [.. ConvolutionalLists.Split(", ").SkipLast(1).Select(key => (key, (string?)null))];
        Assert.Empty(AuthorsDeepFiles.Read(AuthorsDeepFiles.Convolutional(
            [("algorithm", "\"BP\""), ("wn_sigma", "[0, 0, 0.0, 0, 0, 0]"), .. without])).Notes);
    }

    [Fact]
    public void AllKeysThatAreMissingAreToldAtOnce()
    {
        string text = AuthorsDeepFiles.Autoencoder(("seed", null), ("tau_xi", null), ("n_updates", null));
        string message = Assert.Throws<InputException>(() => AuthorsDeepFiles.Read(text)).Message;
        Assert.Contains("params.json: 3 keys are missing: ", message, StringComparison.Ordinal);
        Assert.All(
            ["seed (a whole number", "n_updates (a whole number, 1", "tau_xi (a list of numbers"],
            (string part) => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("model_variant", "\"full_forward_pass\"", "model_variant is \"full_forward_pass\"", "valid is vanilla")]
    [InlineData("algorithm", "\"BPTT\"", "algorithm is \"BPTT\"", "PAL, FA, DFA, BP")]
    [InlineData("network_type", "\"ResNet\"", "network_type is \"ResNet\"", "LeNet5, MLPNet")]
    [InlineData("network_type", "\"LeNet5\"", "lr_factors is [0.01, 0.02, 0.03, 0.004]", "6 areas and pools of LeNet5")]
    [InlineData("lr_factors", "[1, 1, 1, 1, 1]", "lr_factors is [1, 1, 1, 1, 1]", "4 values, the autoencoder, or of 6")]
    [InlineData("lr_factors", "0.01", "lr_factors is '0.01'", "a list of 4 values")]
    [InlineData("lr_factors", "[1, 1, \"1\", 1]", "lr_factors[2] is \"1\"", "a finite number, 0 or more")]
    [InlineData("lr_factors", "[1, [1], 1, 1]", "lr_factors[1] is [1]", "a finite number, 0 or more")]
    [InlineData("bw_lr_factors", "[0, -1, 1, 1]", "bw_lr_factors[1] is '-1'", "0 or more")]
    [InlineData("sigma", "[0.01, 0.01]", "sigma is [0.01, 0.01]", "each of the 4 areas of the autoencoder")]
    [InlineData("sigma", "null", "sigma is 'null'", "each of the 4 areas")]
    [InlineData("tau_xi", "[10, 10, 10, 0.5]", "tau_xi[3] is '0.5'", "a finite number, 1 or more")]
    [InlineData("tau_HP", "[0, 10, 10, 10]", "tau_HP[0] is '0'", "1 or more")]
    [InlineData("n_updates", "0", "n_updates is '0'", "a whole number")]
    [InlineData("n_updates", "9.5", "n_updates is '9.5'", "a whole number")]
    [InlineData("batch_learning_multiplier", "-1", "batch_learning_multiplier is '-1'", "0 or more")]
    [InlineData("batch_size", "0", "batch_size is '0'", "a whole number")]
    [InlineData("batch_size", "20000", "batch_size is 20000", "1 to 10000")]
    [InlineData("epochs", "0", "epochs is '0'", "a whole number")]
    [InlineData("seed", "[1, 3]", "seed is [1, 3]", "a whole number from 0")]
    [InlineData("seed", "-1", "seed is '-1'", "a whole number from 0")]
    [InlineData("gamma", "0.1", "gamma is '0.1'", "valid is 0")]
    [InlineData("rec_noise", "1", "rec_noise is '1'", "true, false")]
    [InlineData("target_type", "\"voltage\"", "target_type is \"voltage\"", "rate, mse, softmax")]
    [InlineData("activation", "\"Tanh\"", "activation is \"Tanh\"", "nearest is 'TanH'")]
    [InlineData("tau_IX", "[1, 1, 1, 1]", "'tau_IX' is not a key", "'tau_xi'")]
    [InlineData("precision", "\"double\"", "'precision' is not a key", "algorithm, epochs")]
    public void WhatIsWrongIsNamedWithItsPlace(string key, string value, params string[] parts)
    {
        InputException error = Assert.Throws<InputException>(
            () => AuthorsDeepFiles.Read(AuthorsDeepFiles.Autoencoder((key, value))));
        Assert.All(parts, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
        Assert.Matches(@"params\.json:\d+:", error.Message);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void AKeyThatIsMisspelledIsStillOneOfTheseFiles()
    {
        string text = AuthorsDeepFiles.Autoencoder(("algorithm", null), ("algoritm", "\"PAL\""));
        Assert.Contains(
            "'algoritm' is not a key; the nearest valid one is 'algorithm'.",
            Assert.Throws<InputException>(() => AuthorsDeepFiles.Read(text)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task ItRunsAsItIsAndWithValuesOfTheCommandLine()
    {
        using TemporaryFolder folder = new();
        MadeUpDigits.Write(folder["digits"]);
        string text = AuthorsDeepFiles.Autoencoder(
            ("output", "\"x/\""), ("n_updates", "5"), ("rec_noise", "true"));
        string path = folder.Write("params.json", text);
        string[] sizes = ["layers=[16, 5, 2, 5, 16]", "train=25", "validation=5", "test=7", "batch_size=2"];
        string[] settings = [.. sizes, $"data_folder={folder["digits"]}"];
        Invocation run = await Palactors.RunAsync(
            ["run", path, "--out", folder["run"], "--digest", .. settings.SelectMany(set => new[] { "--set", set })]);
        Assert.Equal(ExitCodes.Success, run.Code);
        Assert.Contains("params.json:", run.Error, StringComparison.Ordinal);
        string metrics = File.ReadAllText(Path.Combine(folder["run"], "metrics.csv"));
        Assert.Contains("mse_validation", metrics, StringComparison.Ordinal);
        Assert.Contains("angle_WT_B", metrics, StringComparison.Ordinal);
        Invocation again = await Palactors.RunAsync(
            "run", Path.Combine(folder["run"], "experiment.yaml"), "--digest", "--out", folder["again"]);
        Assert.Equal(run.Lines[^1], again.Lines[^1]);
    }

    [Fact]
    public async Task TheCommandRefusesWithOneLineAndATaskToo()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("params.json", AuthorsDeepFiles.Autoencoder(("gamma", "1")));
        Palactors.AssertRefused(await Palactors.RunAsync("run", path, "--out", folder["out"]), "gamma is '1'");
        path = folder.Write("params.json", AuthorsDeepFiles.Autoencoder());
        Palactors.AssertRefused(
            await Palactors.RunAsync("run", path, "--task", "fw_bw", "--out", folder["out"]),
            "--task is 'fw_bw'", "names its own task");
        Assert.False(Directory.Exists(folder["out"]));
    }
}
