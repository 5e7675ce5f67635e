using System.Numerics;
using PalActors.Areas.Contract;
using PalActors.Areas.Models.RateCells.Networks;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Areas.Models.RateCells.Perturbations;
using PalActors.Areas.Models.RateCells.Remedies;
using PalActors.Areas.Models.RateCells.Synapses;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Areas.Toolkit.States;

namespace PalActors.Areas.Models.RateCells.Cells;

/// <summary>An area of rate cells: FORMAT sections 2 to 5, in the order of MODEL-DEEP section 5.</summary>
/// <remarks>
/// In tick t it sends r~ up and s down, waits, and computes e, then ub, r and d, then W and b. The update of B waits
/// for the next emission from above, which brings r of the area above after the same tick. ~ marks the tick before.
/// </remarks>
/// <typeparam name="T">double or float.</typeparam>
internal sealed partial class RateArea<T> : IArea
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly RateParameters _parameters;
    private readonly RateAreaOptions _options;
    private readonly Population<T> _cells;
    private readonly PoolStage<T>? _pool;
    private readonly NoiseProcess<T>? _noise;
    private readonly WhiteNoise<T>? _white;
    private readonly ForwardWeights<T> _forward;
    private readonly Feedback<T>? _feedback;
    private readonly OutputError<T>? _output;
    private readonly RateReadOut<T>? _readOut;
    // Null where none acts.
    private readonly RemedyChain<T>? _remedies;
    private readonly StateMap _state = new();
    private readonly ArrivalCopy<T> _below;
    private readonly ArrivalCopy<T>? _above;
    private readonly T[] _arriving;
    private T[] _error;
    private readonly HeldInput<T>? _held;
    private long _shown;
    private long _aimed;
    private bool _learnsFeedback;

    /// <summary>Creates an area in its state before tick 1.</summary>
    /// <param name="index">Index of the area, 1 to the top.</param>
    /// <param name="parameters">The network.</param>
    /// <param name="ports">Its ports.</param>
    /// <param name="source">Source of initial weights and of draws.</param>
    /// <param name="split">Threads of large passes; no result depends on them.</param>
    public RateArea(int index, RateParameters parameters, AreaPorts ports, IRateSource source, RowSplit split)
    {
        (Index, Ports, _parameters, _options) = (index, ports, parameters, parameters.Areas[index]);
        BatchOf<T> size = new(_options.Cells.Cells, parameters.Batch);
        _perturbation = RatePerturbation<T>.Of(parameters, index, size);
        _cells = new Population<T>(size, _options.Activation, split);
        _below = new ArrivalCopy<T>(new(_options.Below.Cells, parameters.Batch), split);
        if (parameters.IsPal)
        {
            _noise = new NoiseProcess<T>(
                size, _options.Sigma, _options.TauXi, source.Normals(index, NoiseKind.Cells), split,
                parameters.Later.Any(later => later.Areas[index].Sigma > 0));
            if (_options.WnSigma > 0)
                _white = new WhiteNoise<T>(size, _options.WnSigma, source.Normals(index, NoiseKind.White), split);
        }

        _pool = _options.HasPool ? Pool(source, split) : null;
        Synapses<T> synapses = SynapsesOf.Area<T>(_options, parameters.Batch, split);
        _forward = new ForwardWeights<T>(
            _options, synapses, parameters.Dt, parameters.Batch, parameters.IsPal && _options.TauLo > 0);
        _remedies = RemedyChain<T>.Of(parameters, index);
        if (index == 1 && HasHeldInput())
            _held = new HeldInput<T>(_options, parameters.Batch, _forward, _below.Values, split);
        _error = size.Allocate();
        _traced = parameters.IsTraced ? new TracedValues<T>(size, _options, parameters) : null;
        BatchOf<T> output = new(_options.Output.Cells, parameters.Batch);
        _arriving = output.Allocate();
        if (index == parameters.Top)
        {
            _output = new OutputError<T>(_cells, parameters.Target, parameters.Beta, split);
            _readOut = new RateReadOut<T>(
                _cells, _output, parameters.PresentationTicks, parameters.Classifies);
        }
        else
        {
            RateAreaOptions above = parameters.Areas[parameters.IsDirectFeedback ? parameters.Top : index + 1];
            int width = parameters.Algorithm == RateAlgorithm.BP ? _options.Output.Cells : above.Cells.Cells;
            _above = new ArrivalCopy<T>(new(width, parameters.Batch), split);
            if (parameters.Algorithm != RateAlgorithm.BP)
                _feedback = new Feedback<T>(above, Back(above, split), parameters, split);
        }

        _transported = parameters.Algorithm == RateAlgorithm.BP && index > 1
            ? new BatchOf<T>(_options.Below.Cells, parameters.Batch).Allocate()
            : [];
        source.Begin(index, _forward, _feedback);
        _varying = Varying();
        Describe();
    }

    /// <inheritdoc/>
    public int Index { get; }

    /// <inheritdoc/>
    public long Tick { get; private set; }

    /// <inheritdoc/>
    public AreaPorts Ports { get; }

    /// <inheritdoc/>
    public bool EmitsPresented => _output is not null && _parameters.IsDirectFeedback;

    /// <summary>Rates that the area above sees.</summary>
    private T[] RatesOut => _pool?.Rates ?? _cells.Rates;

    // Rates below that lag are those of another presentation for a while, and those of a lesion none.
    private bool HasHeldInput() => _perturbation is not { Nothing.Length: > 0 }
        && _parameters.HoldsInput && !_forward.IsLowPassed
        && !_parameters.ChangesBelow(Index) && HeldInput<T>.Pays(_options, _parameters.Batch);

    private PoolStage<T> Pool(IRateSource source, RowSplit split)
    {
        BatchOf<T> size = new(_options.Output.Cells, _parameters.Batch);
        NoiseProcess<T>? noise = _parameters.IsPal
            ? new NoiseProcess<T>(
                size, _options.PoolSigma, _options.PoolTauXi, source.Normals(Index, NoiseKind.Pool), split,
                _parameters.Later.Any(later => later.Areas[Index].PoolSigma > 0))
            : null;
        return new PoolStage<T>(_options, _parameters.Batch, noise, split);
    }

    // DFA's matrices are dense, [cell, output], also for images.
    private Synapses<T> Back(RateAreaOptions above, RowSplit split) => _parameters.IsDirectFeedback
        ? SynapsesOf.Dense<T>(_options.Cells.Cells, above.Cells.Cells, _parameters.Batch, split)
        : SynapsesOf.Area<T>(above, _parameters.Batch, split);
}
