using System.Numerics;
using System.Runtime.InteropServices;
using PalActors.Areas.Contract;
using PalActors.Areas.Models.RateCells.Cells;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Areas.Toolkit.Batches;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Areas.Toolkit.States;

namespace PalActors.Areas.Models.RateCells.Synapses;

/// <summary>Feedback from the area above, owned by the area where it ends (FORMAT section 4, points 2 and 5).</summary>
/// <remarks>
/// q = B s. With PAL: hp = hp~ + (r - r~) - hp~ / tau_HP, in the first step with a rate without the difference, and
/// B += dt eta_B (mean of xo hp^T - reg B). Both take the rates of the same tick, which the next emission brings.
/// </remarks>
internal sealed class Feedback<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Synapses<T> _synapses;
    private readonly BatchOf<T> _above;
    private readonly bool _learns;
    private readonly T[] _highPassed;
    private readonly T[] _last;
    private readonly T _keepHighPassed;
    private readonly double _step;
    private readonly int _batch;
    private T _decay;
    private T _scale;
    private readonly RangeWork _highPass;
    private Arrival? _rates;
    // Rates where none arrive.
    private T[]? _nothing;
    private bool _hasRate;

    /// <summary>Creates weights that are zero.</summary>
    /// <param name="above">Options of the area above.</param>
    /// <param name="synapses">Products of the area above.</param>
    /// <param name="parameters">The network.</param>
    /// <param name="split">Threads of large passes.</param>
    public Feedback(RateAreaOptions above, Synapses<T> synapses, RateParameters parameters, RowSplit split)
    {
        _synapses = synapses;
        _above = new BatchOf<T>(above.Cells.Cells, parameters.Batch);
        _highPass = new RangeWork(split, _above.Cells, _above.Stride, HighPass);
        _learns = parameters.IsPal;
        Weights = new T[synapses.FeedbackWeights];
        _highPassed = _learns ? _above.Allocate() : [];
        _last = _learns ? _above.Allocate() : [];
        _keepHighPassed = T.CreateTruncating(1 - (1 / above.TauHp));
        (_step, _batch) = (parameters.Dt, parameters.Batch);
        Adapt(above.EtaB, above.Reg);
    }

    /// <summary>B, row-major.</summary>
    public T[] Weights { get; }

    /// <summary>Columns of B: cells of the area above, or weights of a filter where that is a convolution.</summary>
    public int Columns => Weights.Length / _synapses.FeedbackRows;

    /// <summary>Takes another learning rate and decay of B.</summary>
    public void Adapt(double eta, double reg)
    {
        double rate = _step * eta;
        _decay = T.CreateTruncating(rate * reg);
        _scale = T.CreateTruncating(rate / _batch);
    }

    /// <summary>Computes q = B s.</summary>
    public void Back(T[] s, T[] q) => _synapses.Back(Weights, s, q);

    /// <summary>Completes a tick with the rates of the area above.</summary>
    /// <param name="above">What the area above emits next: r after the tick is its second part.</param>
    /// <param name="noise">xo of this area after the tick.</param>
    /// <param name="learns">True if B learns in the tick.</param>
    /// <param name="isCut">True if the rates do not arrive: they are 0.</param>
    public void Settle(Arrival above, T[] noise, bool learns, bool isCut = false)
    {
        // Emission 1 is made before tick 1, so it has no rates either.
        if (above.Chosen > 1)
        {
            _nothing = !isCut ? null : _nothing ?? _above.Allocate();
            if (!_hasRate)
                Rates(above).CopyTo(_last);
            _hasRate = true;
            _rates = above;
            _highPass.Run();
            _rates = null;
        }

        if (learns && _scale != T.Zero)
            _synapses.LearnFeedback(Weights, _decay, _scale, noise, _highPassed);
    }

    /// <summary>Adds weights and filters to a state.</summary>
    public void Describe(StateMap state)
    {
        WeightBlock.Describe("B", state, _synapses.FeedbackRows, Columns, Weights);
        if (!_learns)
            return;
        _above.Describe("hp", state, () => _highPassed);
        _above.Describe("r_above", state, () => _last);
        state.Scalar("has_rate", () => _hasRate ? 1 : 0, value => _hasRate = value != 0);
    }

    private ReadOnlySpan<T> Rates(Arrival above) => _nothing is not null
        ? _nothing
        : MemoryMarshal.Cast<double, T>(above.Part(1))[.._above.Length];

    private void HighPass(int first, int end)
    {
        Span<T> highPassed = _above.Of(_highPassed, first, end), last = _above.Of(_last, first, end);
        ReadOnlySpan<T> rates = Rates(_rates!).Slice(first * _above.Stride, last.Length);
        BatchMath.HighPass(highPassed, _keepHighPassed, rates, last);
    }
}
