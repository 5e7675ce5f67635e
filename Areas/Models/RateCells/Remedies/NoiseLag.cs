using System.Numerics;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.RateCells.Cells;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Areas.Models.Remedies;
using PalActors.Areas.Toolkit.States;
using static PalActors.Areas.Contract.Parameters.ParameterKind;
using static PalActors.Areas.Contract.Parameters.ParameterScope;

namespace PalActors.Areas.Models.RateCells.Remedies;

/// <summary>Remedy <c>noise_lag</c>: which noise the rule of B correlates with the rates from above.</summary>
/// <remarks>
/// Not that of the tick, but that of a round trip ago, whose echo comes from above; before tick 1 it was 0.
/// </remarks>
internal sealed class NoiseLag : RateRemedy
{
    private NoiseLag()
        : base("noise_lag", new RemedySetting("noise_lag", Lags.RoundTrip)) => Parameters = new(
    [
        new(
            "noise_lag", Word, Network, "",
            "PAL: which xi the rule of B correlates with the rate from above: the present one, or the one a nominal "
            + "round trip old",
            "none", Lags.Words) { UsedBy = [nameof(RateAlgorithm.PAL)] },
    ]);

    /// <summary>Its row in <see cref="RemedyTable"/>.</summary>
    public static RateRemedy Row { get; } = new NoiseLag();

    /// <inheritdoc/>
    public override long Ticks(RateParameters parameters, int area) => parameters.IsPal && area < parameters.Top
        ? parameters.Links.RoundTrip(parameters.Links.PathwayAbove(area))
        : 0;

    /// <inheritdoc/>
    public override long ValuesPerTick(RateParameters parameters, int area) => parameters.Areas[area].Output.Cells;

    /// <inheritdoc/>
    public override AreaRemedy<T>? OnArea<T>(RateParameters parameters, int area) =>
        Ticks(parameters, area) is > 0 and long ticks
            ? new Part<T>(new BatchOf<T>(parameters.Areas[area].Output.Cells, parameters.Batch), (int)ticks)
            : null;

    private sealed class Part<T>(BatchOf<T> size, int ticks) : AreaRemedy<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        private readonly Lagged<T> _past = new(size, ticks);

        public override T[] Noise(T[] noise) => _past.Exchange(noise);

        public override void Describe(StateMap state) => _past.Describe("xi_past", state);
    }
}
