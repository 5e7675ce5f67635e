using PalActors.Areas.Models.RateCells.Parameters;
using static TorchSharp.torch;

namespace PalActors.TorchBenchmarks;

/// <summary>An area as a program for torch holds it: cells, weights, and a pool that may follow.</summary>
/// <remarks>
/// States are [slot, cell]. Tensors that no program needs are left out: slopes of linear and of pooled cells, noise
/// that is zero.
/// </remarks>
internal abstract class TorchArea
{
    private static readonly Tensor s_one = ones(1);
    private readonly string _activation;
    private readonly double _keepHighPassed;
    private bool _hasRate;

    /// <summary>Creates an area whose state is zero.</summary>
    protected TorchArea(RateAreaOptions options, RateParameters network)
    {
        Options = options;
        _activation = options.Activation;
        Scale = (float)(network.Dt * options.EtaW / network.Batch);
        (Potentials, Rates, Errors) = (Zeros(), Zeros(), Zeros());
        Slopes = _activation == "linear" || options.HasPool ? null : Zeros();
        _keepHighPassed = 1 - (1 / options.TauHp);
        if (!network.IsPal)
            return;
        if (options.Sigma > 0)
            Noise = new TorchNoise(options.Cells, network.Batch, options.Sigma, options.TauXi);
        if (options.EtaB <= 0)
            return;
        HighPassed = Zeros();
        ScaleFeedback = (float)(network.Dt * options.EtaB / network.Batch);
        KeepFeedback = (float)(1 - (network.Dt * options.EtaB * options.Reg));

        Tensor Zeros() => Layout.Zeros(options.Cells, network.Batch);
    }

    /// <summary>Its options.</summary>
    public RateAreaOptions Options { get; }

    /// <summary>Weights W.</summary>
    public required Tensor W { get; init; }

    /// <summary>Biases b.</summary>
    public required Tensor Biases { get; init; }

    /// <summary>Feedback weights B from this area to the one below; null in area 1, and with BP.</summary>
    public required Tensor? B { get; init; }

    /// <summary>Potentials ub.</summary>
    public Tensor Potentials { get; protected set; }

    /// <summary>Rates r.</summary>
    public Tensor Rates { get; private set; }

    /// <summary>Derivatives d; null if they are 1, or the pool has them.</summary>
    public Tensor? Slopes { get; private set; }

    /// <summary>Errors e.</summary>
    public Tensor Errors { get; set; }

    /// <summary>High-passed rates; null if no B learns from them.</summary>
    public Tensor? HighPassed { get; }

    /// <summary>Noise of the cells; null if it is zero.</summary>
    public TorchNoise? Noise { get; }

    /// <summary>The pool that follows, or null.</summary>
    public TorchPool? Pool { get; init; }

    /// <summary>Rates that the area above sees.</summary>
    public Tensor RatesOut => Pool?.Rates ?? Rates;

    /// <summary>Noise that the feedback rule sees; conv areas with a pool have none of their own here.</summary>
    public Tensor? NoiseOut => (Pool is null ? Noise : Pool.Noise)?.Now;

    /// <summary>Factor of summed products in W.</summary>
    protected float Scale { get; }

    /// <summary>Factor of summed products in B.</summary>
    protected float ScaleFeedback { get; }

    /// <summary>Factor of the old B.</summary>
    protected float KeepFeedback { get; }

    /// <summary>Computes what the area sends back to the one below: a new tensor.</summary>
    public abstract Tensor Back(Tensor s);

    /// <summary>Computes a = fwd(r) into the potentials, and then learns W and b from the new errors.</summary>
    public abstract void DriveAndLearn(Tensor below, Tensor errors);

    /// <summary>Learns B.</summary>
    public abstract void LearnFeedback(Tensor noiseBelow);

    /// <summary>Computes rates and slopes from the potentials, and the high-passed rates.</summary>
    public void Activate()
    {
        Tensor last = Rates;
        Rates = _activation switch
        {
            "tanh" => Potentials.tanh(),
            "sigmoid" => Potentials.sigmoid(),
            "linear" => Potentials.clone(),
            _ => throw new NotSupportedException(_activation),
        };
        if (Slopes is not null)
        {
            Slopes.Dispose();
            // 1 - r r, or r - r r.
            Slopes = addcmul(_activation == "tanh" ? s_one : Rates, Rates, Rates, -1);
        }

        if (HighPassed is not null && _hasRate)
            HighPassed.mul_(_keepHighPassed).add_(Rates).sub_(last);
        _hasRate = true;
        last.Dispose();
    }
}
