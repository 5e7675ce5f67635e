using System.Numerics;
using PalActors.Areas.Models.RateCells.Cells;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Areas.Toolkit.States;

namespace PalActors.Areas.Models.RateCells.Remedies;

/// <summary>Remedy <c>rate_lag</c>: slopes that errors are multiplied with, and rates below that W learns with.
/// </summary>
/// <remarks>
/// Now: those of the tick. Lagged: those of as many ticks ago as the links up to the top and back delay, which the
/// arriving error answers; before tick 1 they were 0. The positions of a pool's largest rates go with its slopes.
/// Each member is to be called once per tick, whatever learns.
/// </remarks>
/// <typeparam name="T">double or float.</typeparam>
internal sealed class RateLag<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Lagged<T>? _slopes;
    private readonly Lagged<T>? _below;
    private readonly Lagged<T>? _positions;

    /// <summary>Creates the rings of an area, where it has a lag.</summary>
    /// <param name="parameters">The network.</param>
    /// <param name="area">The area.</param>
    public RateLag(RateParameters parameters, int area)
    {
        int ticks = checked((int)parameters.RateLag(area));
        if (ticks == 0)
            return;
        RateAreaOptions options = parameters.Areas[area];
        // Direct errors pass by a pool.
        bool pooled = options.HasPool && !parameters.IsDirectFeedback;
        BatchOf<T> below = new(options.Below.Cells, parameters.Batch);
        BatchOf<T> slopes = new((pooled ? options.Output : options.Cells).Cells, parameters.Batch);
        _below = new Lagged<T>(below, ticks);
        _slopes = new Lagged<T>(slopes, ticks);
        if (pooled)
            _positions = new Lagged<T>(slopes, ticks);
    }

    /// <summary>Takes the slopes of a tick, and gives those that errors are multiplied with.</summary>
    public T[] Slopes(T[] slopes) => _slopes?.Exchange(slopes) ?? slopes;

    /// <summary>Takes the rates below of a tick, and gives those that W learns with.</summary>
    public T[] Below(T[] rates) => _below?.Exchange(rates) ?? rates;

    /// <summary>Takes the positions of a pool, and gives those at which its errors come back.</summary>
    public T[] Positions(T[] positions) => _positions?.Exchange(positions) ?? positions;

    /// <summary>Adds the rings to a state.</summary>
    public void Describe(StateMap state)
    {
        _slopes?.Describe("d_past", state);
        _below?.Describe("r_below_past", state);
        _positions?.Describe("k_past", state);
    }
}
