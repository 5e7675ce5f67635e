using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.RateCells;
using PalActors.Areas.Models.RateCells.Networks;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.TorchBenchmarks;

/// <summary>A network of the paper's second half in single precision, all learning on, with made-up samples.</summary>
/// <param name="Name">Name on the command line.</param>
/// <param name="Layers">Cells that each area shows to the one above, input first.</param>
/// <param name="Batch">Samples in parallel.</param>
/// <param name="Model">Learning model.</param>
/// <param name="Path">Error path.</param>
/// <param name="Options">Options of all models.</param>
/// <param name="Noise">Options of PAL.</param>
internal sealed record BenchmarkNetwork(
    string Name, int[] Layers, int Batch, string Model, string Path, string[] Options, string[] Noise)
{
    /// <summary>Steps for which a batch is presented.</summary>
    public const int PresentationTicks = 100;

    private const int MostPresentations = 1_000_000;

    private const TickFlags Learning =
        TickFlags.LearnForward | TickFlags.LearnBackward | TickFlags.Noise | TickFlags.Target;

    /// <summary>The autoencoder of Fig. 5 with the learning rates of PAL's best set.</summary>
    public static BenchmarkNetwork Autoencoder(string model, string path) => new(
        "autoencoder", [784, 200, 2, 200, 784], 32, model, path,
        ["activation=tanh,linear,tanh,linear", "target_type=rate", "eta_W=0.008,0.008,0.008,0.0008"],
        ["eta_B=0,0.8,0.8,0.8", "reg=1e-4", "sigma=0.01,0.01,0.01,0"]);

    /// <summary>The convolutional network of Fig. 6.</summary>
    public static BenchmarkNetwork Conv(string model, string path) => new(
        "conv", [3072, 3920, 1250, 500, 10], 128, model, path,
        [
            "channels=3", "kernel=5,5,0,0", "pool=2,2,1,1", "activation=sigmoid,sigmoid,sigmoid,linear",
            "target_type=mse", "eta_W=4,0.8,1.6,0.16",
        ],
        ["eta_B=0,0,8,8", "reg=0,0,5e-5,5e-5", "sigma=0,0,0.05,0.05", "pool_sigma=0.05,0.05,0,0"]);

    /// <summary>True for PAL.</summary>
    public bool IsPal => Model == nameof(RateAlgorithm.PAL);

    /// <summary>Plan of the network: presentations without end.</summary>
    public NetworkPlan Plan(int presentations = MostPresentations) => new()
    {
        Run = 1,
        Network = 0,
        Seed = 12345,
        Cells = RateModel.ModelName,
        Label = Model,
        Model = Model,
        Layers = Layers,
        Options =
        [
            .. new[] { "precision=single", "dt=0.1", "Tpres=10", $"error_path={Path}" }
                .Concat(Options).Concat(IsPal ? Noise : []).Select(Option),
        ],
        Data = "made up",
        DataSeed = 1,
        Schedule = new Schedule(
            [
                new Phase(1, presentations, PresentationTicks, Learning, "train", 1, -1, null, false)
                {
                    Batch = Batch,
                },
            ],
            (long)presentations * PresentationTicks),
    };

    /// <summary>Parameters of the network.</summary>
    public RateParameters Parameters => new(Plan());

    /// <summary>Samples that are shown: the input, or the target of the output.</summary>
    public IPresentations Samples(EndpointKind kind) => kind == EndpointKind.Target && Layers[^1] != Layers[0]
        ? new MadeUpClasses(Batch, Layers[^1])
        : new MadeUpImages(Batch, Layers[0]);

    /// <summary>Our form of the network.</summary>
    /// <param name="threads">Threads of large passes.</param>
    /// <param name="holdsInput">False to compute all products.</param>
    public INetwork Build(int threads, bool holdsInput)
    {
        NetworkPlan plan = Plan();
        RateParameters parameters = Parameters with { HoldsInput = holdsInput };
        return RateNetworks.Create(
            parameters, new Services(this, new SpareThreads(threads, false)), new PlannedSource(plan, parameters),
            source => Samples(source.Kind));
    }

    private static PlanOption Option(string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        return new PlanOption(text[..equals], text[(equals + 1)..].Split(','));
    }
}
