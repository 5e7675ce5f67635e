using PalActors.Areas.Models.Microcircuit.Initial;

namespace PalActors.Areas.Models.Microcircuit.Cortex;

/// <content>State before tick 1, FORMAT section 3.</content>
public sealed partial class CorticalArea
{
    /// <summary>Puts the area into its state before tick 1.</summary>
    /// <param name="initial">Initial values of the network.</param>
    public void Begin(IInitialValues initial)
    {
        double[] u = initial.Potentials(Index), w = initial.W(Index);
        Forward.Begin(u, Index > 1 ? initial.Potentials(Index - 1) : null, w);
        _hidden?.Begin(
            initial.InterneuronPotentials(Index),
            initial.Potentials(Index + 1),
            initial.P(Index),
            initial.B(Index),
            initial.Q(Index));
        Tick = 0;
    }
}
