using System.Numerics;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.RateCells.Cells;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Areas.Models.Remedies;
using PalActors.Areas.Toolkit.States;
using static PalActors.Areas.Contract.Parameters.ParameterKind;
using static PalActors.Areas.Contract.Parameters.ParameterScope;

namespace PalActors.Areas.Models.RateCells.Remedies;

/// <summary>Remedy <c>rate_lag</c>: slopes that errors are multiplied with, and rates below that W learns with.
/// </summary>
/// <remarks>
/// Not those of the tick, but those of as many ticks ago as the links up to the top and back delay, which the arriving
/// error answers; before tick 1 they were 0. The positions of a pool's largest rates go with its slopes.
/// </remarks>
internal sealed class RateLag : RateRemedy
{
    private RateLag()
        : base("rate_lag", new RemedySetting("rate_lag", Lags.RoundTrip))
    {
        ChangesBelow = true;
        Parameters = new(
        [
            new(
                "rate_lag", Word, Network, "",
                "which slopes and rates below errors meet in an area: the present ones, or those a nominal round trip "
                + "between the area and the top old",
                "none", Lags.Words),
        ]);
    }

    /// <summary>Its row in <see cref="RemedyTable"/>.</summary>
    public static RateRemedy Row { get; } = new RateLag();

    /// <inheritdoc/>
    /// <remarks>Nominal delays of all links from the area to the top and back.</remarks>
    public override long Ticks(RateParameters parameters, int area)
    {
        long ticks = 0;
        for (int hidden = area; hidden < parameters.Top; hidden++)
            ticks += parameters.Links.RoundTrip(parameters.Links.PathwayAbove(hidden));
        return ticks;
    }

    /// <inheritdoc/>
    public override long ValuesPerTick(RateParameters parameters, int area) =>
        parameters.Areas[area].Below.Cells + ((IsPooled(parameters, area) ? 2L : 1) * Slopes(parameters, area));

    /// <inheritdoc/>
    public override AreaRemedy<T>? OnArea<T>(RateParameters parameters, int area) =>
        Ticks(parameters, area) is > 0 and long ticks ? new Part<T>(parameters, area, checked((int)ticks)) : null;

    // Direct errors pass by a pool.
    private static bool IsPooled(RateParameters parameters, int area) =>
        parameters.Areas[area].HasPool && !parameters.IsDirectFeedback;

    private static int Slopes(RateParameters parameters, int area) =>
        (IsPooled(parameters, area) ? parameters.Areas[area].Output : parameters.Areas[area].Cells).Cells;

    private sealed class Part<T> : AreaRemedy<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        private readonly Lagged<T> _slopes;
        private readonly Lagged<T> _below;
        private readonly Lagged<T>? _positions;

        public Part(RateParameters parameters, int area, int ticks)
        {
            BatchOf<T> slopes = new(RateLag.Slopes(parameters, area), parameters.Batch);
            _below = new Lagged<T>(new(parameters.Areas[area].Below.Cells, parameters.Batch), ticks);
            _slopes = new Lagged<T>(slopes, ticks);
            if (IsPooled(parameters, area))
                _positions = new Lagged<T>(slopes, ticks);
        }

        public override T[] Slopes(T[] slopes) => _slopes.Exchange(slopes);

        public override T[] Below(T[] rates) => _below.Exchange(rates);

        public override T[] Positions(T[] positions) => _positions?.Exchange(positions) ?? positions;

        public override void Describe(StateMap state)
        {
            _slopes.Describe("d_past", state);
            _below.Describe("r_below_past", state);
            _positions?.Describe("k_past", state);
        }
    }
}
