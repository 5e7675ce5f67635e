using System.Numerics;
using PalActors.Areas.Models.RateCells.Cells;
using PalActors.Areas.Models.RateCells.Parameters;
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
    private readonly T _decay;
    private readonly T _scale;
    private bool _hasRate;

    /// <summary>Creates weights that are zero.</summary>
    /// <param name="above">Options of the area above.</param>
    /// <param name="synapses">Products of the area above.</param>
    /// <param name="parameters">The network.</param>
    public Feedback(RateAreaOptions above, Synapses<T> synapses, RateParameters parameters)
    {
        _synapses = synapses;
        _above = new BatchOf<T>(above.Cells.Cells, parameters.Batch);
        _learns = parameters.IsPal;
        Weights = new T[synapses.FeedbackWeights];
        _highPassed = _learns ? _above.Allocate() : [];
        _last = _learns ? _above.Allocate() : [];
        double rate = parameters.Dt * above.EtaB;
        _keepHighPassed = T.CreateTruncating(1 - (1 / above.TauHp));
        _decay = T.CreateTruncating(rate * above.Reg);
        _scale = T.CreateTruncating(rate / parameters.Batch);
    }

    /// <summary>B, row-major.</summary>
    public T[] Weights { get; }

    /// <summary>Columns of B: cells of the area above, or weights of a filter where that is a convolution.</summary>
    public int Columns => Weights.Length / _synapses.FeedbackRows;

    /// <summary>Computes q = B s.</summary>
    public void Back(T[] s, T[] q) => _synapses.Back(Weights, s, q);

    /// <summary>Completes a tick with the rates of the area above.</summary>
    /// <param name="rates">r of the area above after the tick; empty before its first tick.</param>
    /// <param name="noise">xo of this area after the tick.</param>
    /// <param name="learns">True if B learns in the tick.</param>
    public void Settle(ReadOnlySpan<T> rates, T[] noise, bool learns)
    {
        if (rates.Length > 0)
        {
            if (!_hasRate)
                rates.CopyTo(_last);
            _hasRate = true;
            BatchMath.HighPass(_highPassed, _keepHighPassed, rates, _last);
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
}
