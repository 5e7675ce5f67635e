using PalActors.Areas.Contract.Models;
using PalActors.Areas.Toolkit.States;
using static PalActors.Areas.Contract.Parameters.ParameterKind;
using static PalActors.Areas.Contract.Parameters.ParameterScope;

namespace PalActors.Areas.Models.Microcircuit.Remedies;

/// <summary>Remedy <c>prediction</c>: what an area takes for the prospective potentials above it.</summary>
/// <remarks>Not what arrives, but its linear extrapolation over the delay (<see cref="LinearPredictor"/>).</remarks>
internal sealed class Prediction : PathwayRemedy
{
    private const string Tau = "tau_prediction";

    private readonly LinearPredictor _linear;

    private Prediction(RemedyPlace place)
    {
        double rate = place.Network.Dt / place.Network.Values.Real(Tau);
        _linear = new LinearPredictor(place.SizeAbove, place.DelayDown, rate);
    }

    /// <summary>Its row in <see cref="RemedyTable"/>.</summary>
    public static MicrocircuitRemedy Row { get; } = new("prediction", new RemedySetting("prediction", "linear"))
    {
        Parameters = new(
        [
            new(
                "prediction", Word, Network, "",
                "what an area takes for the potentials above it: what arrives, or its linear extrapolation over "
                + "delay_down",
                "none", ["none", "linear"]),
            new(
                Tau, Real, Network, "ms",
                "time constant of the slope that prediction extrapolates with",
                "0.1", Minimum: 0, ExclusiveMinimum: true),
        ]),
        TimeConstants = [Tau],
        Blocks = new Dictionary<string, string>
        {
            ["ub_arrived"] = "potentials of the area above as they arrived",
            ["ub_slope"] = "slope of the potentials of the area above",
        },
        OnPathway = place => place.DelayDown > 0 ? new Prediction(place) : null,
    };

    /// <inheritdoc/>
    public override void Begin(double[] above, double[] rate) => _linear.Begin(above);

    /// <inheritdoc/>
    public override void Take(double[] above) => _linear.Predict(above, above);

    /// <inheritdoc/>
    public override void Describe(StateMap state) => _linear.Describe(state);
}
