using System.Runtime.CompilerServices;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.States;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Remedies;

/// <summary>Remedy <c>prediction</c>: what an area takes for the prospective potentials above it.</summary>
/// <remarks>
/// Now: what arrives. Lagged: its linear extrapolation over the delay (<see cref="LinearPredictor"/>).
/// </remarks>
/// <param name="parameters">Parameters of the network.</param>
/// <param name="pathway">The pathway.</param>
public sealed class Prediction(MicrocircuitParameters parameters, Pathway pathway)
{
    private readonly LinearPredictor? _linear = LinearOf(parameters, pathway);

    /// <summary>Takes what had arrived before tick 1.</summary>
    /// <param name="initial">Potentials above.</param>
    public void Begin(double[] initial) => _linear?.Begin(initial);

    /// <summary>Takes what arrives in a tick.</summary>
    /// <param name="arrived">Potentials that arrive (padded).</param>
    /// <param name="taken">Receives the potentials that act; may be where <paramref name="arrived"/> lies.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take(ReadOnlySpan<double> arrived, double[] taken)
    {
        if (_linear is null)
            Padding.Move(arrived[..taken.Length], taken);
        else
            _linear.Predict(arrived, taken);
    }

    /// <summary>Names its state.</summary>
    public void Describe(StateMap state) => _linear?.Describe(state);

    private static LinearPredictor? LinearOf(MicrocircuitParameters parameters, Pathway pathway)
    {
        RemedyOptions remedies = parameters.Cells.Remedies;
        int delay = parameters.Links.DelayDown[pathway];
        return remedies.LinearPrediction && delay > 0
            ? new LinearPredictor(parameters.Graph.Cells[pathway.To], delay, parameters.Dt / remedies.TauPrediction)
            : null;
    }
}
