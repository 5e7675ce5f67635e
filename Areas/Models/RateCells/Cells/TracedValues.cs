using System.Numerics;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Areas.Toolkit.States;

namespace PalActors.Areas.Models.RateCells.Cells;

/// <summary>Values of golden traces on which nothing depends.</summary>
/// <remarks>
/// Membrane potentials u = u~ + dt/tau (ub - u~), and the high-passed rates of the area itself, which others compute of
/// it where they need them.
/// </remarks>
internal sealed class TracedValues<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly BatchOf<T> _size;
    private readonly T[] _u;
    private readonly T[] _highPassed;
    private readonly T[] _last;
    private readonly T _share;
    private readonly T _keep;
    private bool _hasRate;

    /// <summary>Creates values that are zero.</summary>
    public TracedValues(BatchOf<T> size, RateAreaOptions options, RateParameters parameters)
    {
        _size = size;
        (_u, _highPassed, _last) = (size.Allocate(), size.Allocate(), size.Allocate());
        _share = T.CreateTruncating(parameters.Dt / parameters.Tau);
        _keep = T.CreateTruncating(1 - (1 / options.TauHp));
    }

    /// <summary>Completes a step.</summary>
    public void Step(Population<T> cells)
    {
        BatchMath.Combine<T>(_u, T.One - _share, _u, _share, cells.Potentials);
        if (!_hasRate)
            cells.Rates.CopyTo(_last, 0);
        _hasRate = true;
        BatchMath.HighPass<T>(_highPassed, _keep, cells.Rates, _last);
    }

    /// <summary>Adds the values to a state.</summary>
    public void Describe(StateMap state)
    {
        _size.Describe("u", state, () => _u);
        _size.Describe("hp_own", state, () => _highPassed);
        _size.Describe("r_last", state, () => _last);
        state.Scalar("has_rate_own", () => _hasRate ? 1 : 0, value => _hasRate = value != 0);
    }
}
