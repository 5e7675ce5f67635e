using static PalActors.Areas.Contract.Models.ObservableAxis;
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
        VectorOfTop(
            "target", "target", "target voltages of the top area, whether or not they act",
            (a, i) => a.Target[i]),
        Vector("basal_potential", "v_bas", Here, "basal dendrites of the pyramidal cells", (a, i) => a.Basal[i]),
        VectorOfHidden(
            "apical_potential", "v_api", Here, "apical dendrites of the pyramidal cells, without noise",
            (a, i) => a.Apical[i]),
        VectorOfHidden(
            "apical_potential_with_noise", "v_api_noise", Here, "apical dendrites with the noise that the soma saw",
            (a, i) => a.ApicalWithNoise(i)),
        VectorOfHidden(
            "dendritic_potential", "v_den", Above, "dendrites of the interneurons",
            (a, i) => a.Dendritic[i]),
        Vector("somatic_potential", "u", Here, "somata of the pyramidal cells", (a, i) => a.Pyramidal.U[i]),
        Vector(
            "prospective_potential", "u_breve", Here, "look-ahead of the somata of the pyramidal cells",
            (a, i) => a.Pyramidal.Prospective[i]),
        Vector(
            "rate", "r", Here, "rates of the pyramidal cells, of their prospective potential",
            (a, i) => a.Pyramidal.Rate[i]),
        Vector(
            "high_passed_rate", "hp", Here,
            "high-passed rates of the pyramidal cells, after the high-pass of the tick",
            (a, i) => a.Pyramidal.HighPass[i]),
        VectorOfHidden(
            "interneuron_potential", "v", Above, "somata of the interneurons",
            (a, i) => a.Interneurons.U[i]),
        VectorOfHidden(
            "interneuron_prospective_potential", "v_breve", Above, "look-ahead of the somata of the interneurons",
            (a, i) => a.Interneurons.Prospective[i]),
        VectorOfHidden("interneuron_rate", "s", Above, "rates of the interneurons", (a, i) => a.Interneurons.Rate[i]),
        VectorOfHidden(
            "noise", "xi", Here, "noise of the apical dendrites, after its advance in the tick",
            (a, i) => a.Noise[i]),
        Vector(
            "rate_below", "r_below", Below, "rates of the area below as they arrive here",
            (a, i) => a.RateBelow[i]),
        VectorOfHidden(
            "prospective_potential_above", "u_breve_above", Above,
            "prospective potentials of the area above as they arrive here",
            (a, i) => a.ProspectiveAbove[i]),
        VectorOfHidden(
            "high_passed_rate_above", "hp_above", Above,
            "high-passed rates of the area above, kept here for the rule of B",
            (a, i) => a.HighPassAbove[i]),
        Matrix(
            "W", "W", Here, Below, "forward weights, pyramidal cells below to basal dendrites",
            (a, i, j) => a.W[i, j]),
        MatrixOfHidden(
            "P", "P", Above, Here, "lateral weights, pyramidal cells to interneurons",
            (a, i, j) => a.P[i, j]),
        MatrixOfHidden(
            "B", "B", Here, Above, "feedback weights, pyramidal cells above to apical dendrites",
            (a, i, j) => a.B[i, j]),
        MatrixOfHidden(
            "Q", "Q", Here, Above, "cancelling weights, interneurons to apical dendrites",
            (a, i, j) => a.Q[i, j]),
        Change("update_W", "dW", Here, Below, "change of W in the tick", (a, i, j) => a.W[i, j]),
        ChangeOfHidden("update_P", "dP", Above, Here, "change of P in the tick", (a, i, j) => a.P[i, j]),
        ChangeOfHidden("update_B", "dB", Here, Above, "change of B in the tick", (a, i, j) => a.B[i, j]),
        ChangeOfHidden("update_Q", "dQ", Here, Above, "change of Q in the tick", (a, i, j) => a.Q[i, j]),
        Matrix(
            "low_passed_update_W", "D", Here, Below, "low-passed update of W (with dWPP_low_pass)",
            (a, i, j) => a.LowPassedUpdate![i, j]) with { NeedsFlag = "dWPP_low_pass", Instead = "update_W" },
    ];

    private static readonly Dictionary<string, Observable> s_byName = All.ToDictionary(o => o.Name);

    /// <summary>Observable of this name, or null.</summary>
    public static Observable? Find(string name) => s_byName.GetValueOrDefault(name);
}
