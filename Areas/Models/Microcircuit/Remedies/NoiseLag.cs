using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.Remedies;
using PalActors.Areas.Toolkit.States;
using static PalActors.Areas.Contract.Parameters.ParameterKind;
using static PalActors.Areas.Contract.Parameters.ParameterScope;

namespace PalActors.Areas.Models.Microcircuit.Remedies;

/// <summary>Remedy <c>noise_lag</c>: which noise the rule of B correlates with what comes from above.</summary>
/// <remarks>
/// Not that of the tick, but that of a round trip ago, whose echo comes from above; before tick 1 it was 0.
/// </remarks>
internal sealed class NoiseLag : PathwayRemedy
{
    private readonly PastValues _past;
    private readonly int _ticks;
    private double[] _xi = [];

    private NoiseLag(RemedyPlace place)
    {
        _ticks = place.RoundTrip;
        _past = new PastValues(place.Size, _ticks);
    }

    /// <summary>Its row in <see cref="RemedyTable"/>.</summary>
    public static MicrocircuitRemedy Row { get; } = new("noise_lag", new RemedySetting("noise_lag", Lags.RoundTrip))
    {
        Parameters = new(
        [
            new(
                "noise_lag", Word, Network, "",
                "which xi the rule of B correlates with the rate from above: the present one, or the one a nominal "
                + "round trip old",
                "none", Lags.Words),
        ]),
        Blocks = new Dictionary<string, string> { ["xi_past"] = "earlier noise" },
        OnPathway = place => place is { IsNoisy: true, RoundTrip: > 0 } ? new NoiseLag(place) : null,
    };

    /// <inheritdoc/>
    public override double[] Noise(double[] xi)
    {
        _xi = xi;
        return _past[_ticks];
    }

    /// <inheritdoc/>
    public override void Complete() => _past.Push(_xi);

    /// <inheritdoc/>
    public override void Describe(StateMap state) => _past.Describe("xi_past", state);
}
