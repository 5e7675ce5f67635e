using PalActors.Areas.Contract.Models;
using static PalActors.Areas.Models.Microcircuit.Recording.ObservableRow;

namespace PalActors.Areas.Models.Microcircuit.Recording;

/// <summary>Everything that can be recorded.</summary>
/// <remarks>
/// Values are those after a complete tick: potentials, dendrites and rates as computed in it; somatic potentials,
/// weights, noise and filters after its update.
/// </remarks>
public static class ObservableTable
{
    /// <summary>Observables, in the order of docs/recording.md.</summary>
    public static IReadOnlyList<Observable> All { get; } =
    [
        VectorOfInput("input", "r_0", "rates of the input", (a, i) => a.RateBelow[i]),
        VectorOfTarget(
            "target", "target", "target voltages of the top area, whether or not they act",
            (a, i) => a.Shown[i]),
        VectorOfTarget(
            CommonObservables.ReadOut, "y",
            "read-out: mean prospective potentials of its ticks, whole after the last one; 0 where none is",
            (a, i) => a.ReadOut?.Mean(i) ?? 0),
        Vector("basal_potential", "v_bas", "basal dendrites of the pyramidal cells", (a, i) => a.Basal[i]),
        VectorOfHidden(
            "apical_potential", "v_api", "apical dendrites of the pyramidal cells, without noise",
            (a, i) => a.Apical[i]),
        VectorOfHidden(
            "apical_potential_with_noise", "v_api_noise", "apical dendrites with the noise that the soma saw",
            (a, i) => a.ApicalWithNoise(i)),
        VectorOfAbove(
            "dendritic_potential", "v_den", "dendrites of the interneurons",
            (a, i) => a.Dendritic[i]),
        Vector("somatic_potential", "u", "somata of the pyramidal cells", (a, i) => a.Pyramidal.U[i]),
        Vector(
            "prospective_potential", "u_breve", "look-ahead of the somata of the pyramidal cells",
            (a, i) => a.Pyramidal.Prospective[i]),
        Vector(
            "rate", "r", "rates of the pyramidal cells, of their prospective potential",
            (a, i) => a.Pyramidal.Rate[i]),
        Vector(
            "high_passed_rate", "hp",
            "high-passed rates of the pyramidal cells, after the high-pass of the tick",
            (a, i) => a.Pyramidal.HighPass[i]),
        VectorOfAbove(
            "interneuron_potential", "v", "somata of the interneurons",
            (a, i) => a.Interneurons.U[i]),
        VectorOfAbove(
            "interneuron_prospective_potential", "v_breve", "look-ahead of the somata of the interneurons",
            (a, i) => a.Interneurons.Prospective[i]),
        VectorOfAbove("interneuron_rate", "s", "rates of the interneurons", (a, i) => a.Interneurons.Rate[i]),
        VectorOfHidden(
            "noise", "xi", "noise of the apical dendrites, after its advance in the tick",
            (a, i) => a.Noise[i]),
        VectorOfBelow(
            "rate_below", "r_below", "rates of the area below as they arrive here",
            (a, i) => a.RateBelow[i]),
        VectorOfAbove(
            "prospective_potential_above", "u_breve_above",
            "prospective potentials of the area above as they arrive here",
            (a, i) => a.ProspectiveAbove[i]),
        VectorOfAbove(
            "high_passed_rate_above", "hp_above",
            "high-passed rates of the area above, kept here for the rule of B",
            (a, i) => a.HighPassAbove[i]),
        FromBelow(
            "W", "W", "forward weights, pyramidal cells below to basal dendrites",
            (a, i, j) => a.W[i, j]),
        ToInterneurons(
            "P", "P", "lateral weights, pyramidal cells to interneurons",
            (a, i, j) => a.P[i, j]),
        FromAbove(
            "B", "B", "feedback weights, pyramidal cells above to apical dendrites",
            (a, i, j) => a.B[i, j]),
        FromAbove(
            "Q", "Q", "cancelling weights, interneurons to apical dendrites",
            (a, i, j) => a.Q[i, j]),
        Change(FromBelow("update_W", "dW", "change of W in the tick", (a, i, j) => a.W[i, j])),
        Change(ToInterneurons("update_P", "dP", "change of P in the tick", (a, i, j) => a.P[i, j])),
        Change(FromAbove("update_B", "dB", "change of B in the tick", (a, i, j) => a.B[i, j])),
        Change(FromAbove("update_Q", "dQ", "change of Q in the tick", (a, i, j) => a.Q[i, j])),
        FromBelow(
            "low_passed_update_W", "D", "low-passed update of W (with dWPP_low_pass)",
            (a, i, j) => a.LowPassedUpdate![i, j]) with { NeedsFlag = "dWPP_low_pass", Instead = "update_W" },
    ];

    private static readonly Dictionary<string, Observable> s_byName = All.ToDictionary(o => o.Name);

    /// <summary>Observable of this name, or null.</summary>
    public static Observable? Find(string name) => s_byName.GetValueOrDefault(name);

    private static Observable Change(Observable of) => of with { IsChange = true };
}
