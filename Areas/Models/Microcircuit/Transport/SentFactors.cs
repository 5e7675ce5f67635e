using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Populations;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Areas.Toolkit.States;

namespace PalActors.Areas.Models.Microcircuit.Transport;

/// <summary>Factors that an area sends down under BP, so that the copy of its W below takes the same updates.</summary>
/// <remarks>
/// An emission tells of the update of the tick before it. Where delays vary it also says which rates from below that
/// update paired with.
/// </remarks>
/// <param name="size">Neurons of the area.</param>
/// <param name="delaysVary">Whether delays vary.</param>
public sealed class SentFactors(int size, bool delaysVary)
{
    private readonly double[] _factors = Padding.Align(size);
    private long _rateEmission;
    private long _nextRateEmission;

    /// <summary>Parts of an emission: potentials, factors and, where delays vary, the tick of the rates.</summary>
    public int Parts { get; } = PartsOf(delaysVary);

    /// <summary>Parts of an emission under BP.</summary>
    /// <param name="delaysVary">Whether delays vary.</param>
    public static int PartsOf(bool delaysVary) => delaysVary ? 3 : 2;

    /// <summary>Takes an update of W in the tick in which it is made.</summary>
    /// <param name="update">The update.</param>
    /// <param name="rateBelowEmission">Tick in which the rates from below of this tick were emitted.</param>
    public void Take(WeightUpdate update, long rateBelowEmission)
    {
        if (update.Form != UpdateForm.None)
            PopulationKernels.Combine(update.PostScale, update.Post, 0, update.Post, _factors, size);
        _rateEmission = _nextRateEmission;
        _nextRateEmission = rateBelowEmission;
    }

    /// <summary>Writes the last update into an emission.</summary>
    /// <param name="factors">Receives the factors (padded), or empty.</param>
    /// <param name="rateEmission">Receives, as its first value, the tick of the rates they pair with, or empty.</param>
    public void Emit(Span<double> factors, Span<double> rateEmission)
    {
        if (!factors.IsEmpty)
            _factors.CopyTo(factors);
        if (!rateEmission.IsEmpty)
            rateEmission[0] = _rateEmission;
    }

    /// <summary>Names its state.</summary>
    public void Describe(StateMap state)
    {
        state.Vector("e", size, () => _factors);
        if (!delaysVary)
            return;
        state.Scalar("e_pre", () => _rateEmission, value => _rateEmission = (long)value);
        state.Scalar("r_below_tick", () => _nextRateEmission, value => _nextRateEmission = (long)value);
    }
}
