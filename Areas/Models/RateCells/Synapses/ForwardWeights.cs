using System.Numerics;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Areas.Toolkit.Batches;
using PalActors.Areas.Toolkit.States;
using PalActors.Messages.Control;

namespace PalActors.Areas.Models.RateCells.Synapses;

/// <summary>Forward weights W and biases b of an area, and how they learn (FORMAT section 4, point 4).</summary>
/// <remarks>
/// dW = mean over samples of e r_below^T, W += dt eta_W dW. With tau_LO: D += (dt dW - D) / tau_LO, W += eta_W D.
/// </remarks>
internal sealed class ForwardWeights<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly RateAreaOptions _options;
    private readonly Synapses<T> _synapses;
    private readonly T[] _lowPassed;
    private readonly T[] _lowPassedBias;
    private readonly T _decay;
    private readonly double _step;
    private T _eta;

    /// <summary>Creates weights that are zero.</summary>
    /// <param name="options">The area.</param>
    /// <param name="synapses">What the weights do to a batch.</param>
    /// <param name="dt">Euler step, ms.</param>
    /// <param name="slots">Samples in parallel, N.</param>
    /// <param name="lowPasses">True if updates are low-passed.</param>
    public ForwardWeights(RateAreaOptions options, Synapses<T> synapses, double dt, int slots, bool lowPasses)
    {
        _options = options;
        _synapses = synapses;
        (Weights, Biases) = (new T[options.Weights], new T[options.Biases]);
        IsLowPassed = lowPasses;
        _lowPassed = lowPasses ? new T[options.Weights] : [];
        _lowPassedBias = lowPasses ? new T[options.Biases] : [];
        _decay = T.CreateTruncating(lowPasses ? 1 / options.TauLo : 0);
        _step = dt / slots;
        Adapt(options.EtaW);
    }

    /// <summary>W, row-major.</summary>
    public T[] Weights { get; }

    /// <summary>b.</summary>
    public T[] Biases { get; }

    /// <summary>Factor of the summed products in an update, dt eta_W / N; with tau_LO dt / (N tau_LO).</summary>
    public T Scale { get; private set; }

    /// <summary>True if updates are low-passed.</summary>
    public bool IsLowPassed { get; }

    /// <summary>Takes another learning rate.</summary>
    public void Adapt(double eta)
    {
        Scale = T.CreateTruncating(_step * (IsLowPassed ? 1 / _options.TauLo : eta));
        _eta = T.CreateTruncating(eta);
    }

    /// <summary>Computes y = W x + b.</summary>
    public void Drive(T[] x, T[] y) => _synapses.Forward(Weights, Biases, x, y);

    /// <summary>Computes q = W^T s, for BP.</summary>
    public void Transport(T[] s, T[] q) => _synapses.Transport(Weights, s, q);

    /// <summary>Learns from the errors of a step and the rates below that it used.</summary>
    public void Learn(T[] errors, T[] below)
    {
        if (!IsLowPassed)
        {
            _synapses.Learn(Weights, T.Zero, Scale, errors, below);
            _synapses.LearnBias(Biases, T.Zero, Scale, errors);
            return;
        }

        _synapses.Learn(_lowPassed, _decay, Scale, errors, below);
        _synapses.LearnBias(_lowPassedBias, _decay, Scale, errors);
        BatchArrays.AddScaled<T>(Weights, _eta, _lowPassed);
        BatchArrays.AddScaled<T>(Biases, _eta, _lowPassedBias);
    }

    /// <summary>W as another area needs it to measure alignment.</summary>
    public StateBlock Sample() =>
        new("W", _options.Biases, _options.Weights / _options.Biases, WeightBlock.ToDoubles(Weights));

    /// <summary>Adds weights and low-passed updates to a state.</summary>
    public void Describe(StateMap state)
    {
        int columns = _options.Weights / _options.Biases;
        WeightBlock.Describe("W", state, _options.Biases, columns, Weights);
        WeightBlock.Describe("b", state, _options.Biases, 1, Biases);
        if (!IsLowPassed)
            return;
        WeightBlock.Describe("D_W", state, _options.Biases, columns, _lowPassed);
        WeightBlock.Describe("D_b", state, _options.Biases, 1, _lowPassedBias);
    }
}
