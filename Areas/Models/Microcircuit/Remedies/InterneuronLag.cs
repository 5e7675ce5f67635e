using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.Remedies;
using PalActors.Areas.Toolkit.States;
using static PalActors.Areas.Contract.Parameters.ParameterKind;
using static PalActors.Areas.Contract.Parameters.ParameterScope;

namespace PalActors.Areas.Models.Microcircuit.Remedies;

/// <summary>Remedy <c>interneuron_lag</c>: which rates of an area drive its interneurons.</summary>
/// <remarks>
/// Not those of the tick, but those of a round trip ago, which what comes from above has seen; before tick 1 they were
/// those of the initial potentials.
/// </remarks>
internal sealed class InterneuronLag : PathwayRemedy
{
    private readonly PastValues _past;
    private readonly int _ticks;
    private double[] _rate = [];

    private InterneuronLag(RemedyPlace place)
    {
        _ticks = place.RoundTrip;
        // And those of the tick before.
        _past = new PastValues(place.Size, _ticks + 1);
    }

    /// <summary>Its row in <see cref="RemedyTable"/>.</summary>
    public static MicrocircuitRemedy Row { get; } = new(
        "interneuron_lag", new RemedySetting("interneuron_lag", Lags.RoundTrip))
    {
        Parameters = new(
        [
            new(
                "interneuron_lag", Word, Network, "",
                "which rates of their area drive the interneurons: the present ones, or those a nominal round trip old",
                "none", Lags.Words),
        ]),
        Blocks = new Dictionary<string, string> { ["r_past"] = "earlier rates" },
        OnPathway = place => place.RoundTrip > 0 ? new InterneuronLag(place) : null,
    };

    /// <inheritdoc/>
    public override void Begin(double[] above, double[] rate) => _past.Fill(rate);

    /// <inheritdoc/>
    public override double[] Rate(double[] rate)
    {
        _rate = rate;
        return _past[_ticks];
    }

    /// <inheritdoc/>
    public override double[] RatePrevious(double[] rate) => _past[_ticks + 1];

    /// <inheritdoc/>
    public override void Complete() => _past.Push(_rate);

    /// <inheritdoc/>
    public override void Describe(StateMap state) => _past.Describe("r_past", state);
}
