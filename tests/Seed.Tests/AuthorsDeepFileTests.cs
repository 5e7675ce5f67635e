using System.Text.Json;
using PalActors.Lab.Experiments;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Tests;

/// <summary>
/// Parameter files with the keys of the authors' torch program: each of the three networks is the experiment that one
/// would write by hand.
/// </summary>
public sealed class AuthorsDeepFileTests
{
    private const string Autoencoder = """
        cells: rate
        task: autoencoder
        data: mnist-images
        layers: [784, 200, 2, 200, 784]
        activation: [tanh, linear, tanh, linear]
        target_type: rate
        error_path: soma
        model: PAL
        seeds: [7]
        epochs: 3
        batch_size: 32
        dt: 0.1
        Tpres: 10
        precision: single
        eta_W: [0.008, 0.016, 0.024, 0.0032]
        eta_B: [0, 0.8, 1.6, 2.4]
        reg: [0, 1e-4, 2e-4, 3e-4]
        sigma: [0.01, 0.02, 0.03, 0.04]
        wn_sigma: [0, 0, 0, 0]
        generator: torch-legacy
        tau_xi: [10, 11, 12, 13]
        tau_HP: [20, 21, 22, 23]
        tau_LO: [0, 1000, 10000, 30]

        """;

    private const string Convolutional = """
        cells: rate
        task: classification
        data: cifar10
        evaluation_noise: false
        channels: 3
        layers: [3072, 3920, 1250, 500, 10]
        kernel: [5, 5, 0, 0]
        pool: [2, 2, 1, 1]
        activation: [sigmoid, sigmoid, sigmoid, linear]
        target_type: mse
        error_path: direct
        model: PAL
        seeds: [7]
        epochs: 3
        batch_size: 128
        dt: 0.1
        Tpres: 10
        precision: single
        eta_W: [4, 0.8, 1.6, 0.16]
        eta_B: [0, 2.4, 8, 8.8]
        reg: [0, 3e-5, 5e-5, 6e-5]
        sigma: [0.1, 0.3, 0.5, 0.6]
        pool_sigma: [0.2, 0.4, 0, 0]
        wn_sigma: [0, 0, 0, 0]
        generator: torch-legacy
        tau_xi: [11, 13, 15, 16]
        pool_tau_xi: [12, 14, 10, 10]
        tau_HP: [21, 23, 25, 26]
        tau_LO: [0, 33, 35, 36]

        """;

    [Fact]
    public void TheAutoencoderIsTheExperimentOfItsParameters() =>
        Assert.Equal(PlanOf(Autoencoder), PlanOf(AuthorsDeepFiles.Read(AuthorsDeepFiles.Autoencoder()).Experiment));

    [Fact]
    public void TheNamedAutoencoderIsTheirsWithTheBestLearningRates()
    {
        Override[] published =
        [
            new("--set", "train", "50000"), new("--set", "validation", "10000"), new("--set", "test", "10000"),
            new("--epochs", "epochs", "10"), new("--set", "generator", "torch-legacy"),
        ];
        Experiment named = ExperimentReader.Read(CellModels.All, ExperimentFiles.Resolve("autoencoder"), published);
        Experiment theirs = AuthorsDeepFiles.Read(AuthorsDeepFiles.Autoencoder(
            ("epochs", "10"), ("seed", "1"), ("lr_factors", "[0.01, 0.01, 0.01, 0.001]"),
            ("bw_lr_factors", "[0, 1, 1, 1]"), ("regularizer", "[1e-4, 1e-4, 1e-4, 1e-4]"),
            ("sigma", "[0.01, 0.01, 0.01, 0]"), ("wn_sigma", "[0, 0, 0, 0]"), ("tau_xi", "[10, 10, 10, 10]"),
            ("tau_HP", "[10, 10, 10, 10]"), ("tau_LO", "[0, 0, 0, 0]"))).Experiment;
        Assert.Equal(PerArea(named), PerArea(theirs));
        Assert.Equal(ScheduleOf(named), ScheduleOf(theirs));

        static string ScheduleOf(Experiment read) => JsonSerializer.Serialize(NetworkPlans.Of(read).Single().Schedule);

        // One value for all areas is as good as one for each.
        static IEnumerable<string> PerArea(Experiment read) => read.OptionsOf(read.Variant("PAL"))
            .Select(option => $"{option.Name}: {string.Join(", ", option.Values.Distinct().Count() == 1
                ? option.Values.Take(1)
                : option.Values)}");
    }

    [Theory]
    [InlineData("[0.01, 0, 0.03, 0, 0.05, 0.06]", "counter", "0.01, 0.03, 0.05, 0.06", 1)]
    [InlineData("[0, 0, 0.0, 0, 0, 0]", "torch-legacy", "0, 0, 0, 0", 0)]
    public void RandomNumbersAreTheirsUnlessThereIsWhiteNoise(string white, string generator, string areas, int notes)
    {
        (Experiment read, IReadOnlyList<string> told) =
            AuthorsDeepFiles.Read(AuthorsDeepFiles.Convolutional(("wn_sigma", white)));
        string Value(string name) => string.Join(", ", read.Parameters.Single(option => option.Name == name).Values);
        Assert.Equal((generator, areas), (Value("generator"), Value("wn_sigma")));
        Assert.Equal(notes, told.Count(note => note.Contains("a graphics card", StringComparison.Ordinal)));
    }

    [Fact]
    public void TheConvolutionalNetIsTheExperimentOfItsParametersWithPoolsInTheAreasBelowThem() =>
        Assert.Equal(PlanOf(Convolutional), PlanOf(AuthorsDeepFiles.Read(AuthorsDeepFiles.Convolutional()).Experiment));

    [Fact]
    public void TheDenseNetIsChosenByNameAndHasNoiseInTrainingOnly()
    {
        string own = Autoencoder.Replace("autoencoder", "classification", StringComparison.Ordinal)
            .Replace("mnist-images", "cifar10\nevaluation_noise: false", StringComparison.Ordinal)
            .Replace("[784, 200, 2, 200, 784]", "[3072, 4000, 1000, 4000, 10]", StringComparison.Ordinal)
            .Replace("[tanh, linear, tanh, linear]", "[relu, relu, relu, linear]", StringComparison.Ordinal)
            .Replace("target_type: rate", "target_type: mse", StringComparison.Ordinal)
            .Replace("soma", "direct", StringComparison.Ordinal);
        string theirs = AuthorsDeepFiles.Autoencoder(("network_type", "\"MLPNet\""), ("activation", "\"ReLU\""));
        Assert.Equal(PlanOf(own), PlanOf(AuthorsDeepFiles.Read(theirs).Experiment));
    }

    [Fact]
    public void TheConvolutionalNetMayBeNamedToo() => Assert.Equal(
        PlanOf(Convolutional),
        PlanOf(AuthorsDeepFiles.Read(AuthorsDeepFiles.Convolutional(("network_type", "\"LeNet5\""))).Experiment));

    [Theory]
    [InlineData("64", "100", "[5, 2.5, 0.2, 1e-3]", "4", "2", "0.16", "0.0008")]
    [InlineData("64", "20", "[1, 1, 1, 1]", "4", "4", "4", "4")]
    [InlineData("128", "40", "[0.3, 0.7, 0, 1]", "1.2", "2.8", "0", "4")]
    public void LearningRatesFollowFromMultiplierStepsAndFactors(
        string multiplier, string steps, string factors, params string[] expected)
    {
        Experiment read = AuthorsDeepFiles.Read(AuthorsDeepFiles.Autoencoder(
            ("batch_learning_multiplier", multiplier), ("n_updates", steps), ("lr_factors", factors),
            ("bw_lr_factors", factors))).Experiment;
        Assert.Equal(expected, Values(read, "eta_W"));
        Assert.Equal(expected, Values(read, "eta_B"));
        Phase train = NetworkPlans.Of(read)[0].Schedule.Phases[1];
        Assert.Equal(steps, $"{train.PresentationTicks}");
    }

    [Theory]
    [InlineData("BP")]
    [InlineData("FA")]
    [InlineData("DFA")]
    public void OthersThanPalGoWithoutNoiseAndLearnedFeedback(string algorithm)
    {
        (Experiment read, List<string> notes) =
            AuthorsDeepFiles.Read(AuthorsDeepFiles.Convolutional(("algorithm", $"\"{algorithm}\"")));
        Assert.Equal([algorithm], read.Selected);
        Assert.Equal(["4", "0.8", "1.6", "0.16"], Values(read, "eta_W"));
        string[] ofPal =
            ["eta_B", "reg", "sigma", "pool_sigma", "wn_sigma", "tau_xi", "pool_tau_xi", "tau_HP", "tau_LO"];
        Assert.DoesNotContain(read.Parameters, option => ofPal.Contains(option.Name));
        Assert.Contains(
            notes,
            note => note.Contains(
                $"bw_lr_factors, regularizer, tau_xi, tau_HP, tau_LO, sigma: only PAL has it; {algorithm}",
                StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, "tanh")]
    [InlineData("\"TanH\"", "tanh")]
    [InlineData("\"Sigmoid\"", "sigmoid")]
    [InlineData("\"HardSigmoid\"", "hard_sigmoid")]
    [InlineData("\"ReLU\"", "relu")]
    public void ActivationsAreTheirsAndTheOutputIsLinear(string? theirs, string ours) => Assert.Equal(
        [ours, ours, ours, "linear"],
        Values(
            AuthorsDeepFiles.Read(AuthorsDeepFiles.Convolutional(("activation", theirs))).Experiment, "activation"));

    [Theory]
    [InlineData(null, "mse")]
    [InlineData("\"mse\"", "mse")]
    [InlineData("\"rate\"", "rate")]
    [InlineData("\"softmax\"", "softmax")]
    public void TheErrorOfTheOutputIsTheirs(string? theirs, string ours) => Assert.Equal(
        [ours],
        Values(
            AuthorsDeepFiles.Read(AuthorsDeepFiles.Convolutional(("target_type", theirs))).Experiment, "target_type"));

    private static string[] Values(Experiment read, string name) =>
        read.Parameters.Single(option => option.Name == name).Values;

    private static string PlanOf(string yaml)
    {
        using TemporaryFolder folder = new();
        return PlanOf(ExperimentReader.Read(CellModels.All, folder.Write("own.yaml", yaml)));
    }

    private static string PlanOf(Experiment read) =>
        JsonSerializer.Serialize(NetworkPlans.Of(read).Single() with { Run = 1 });
}
