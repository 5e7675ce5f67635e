using PalActors.Areas.Contract.Models;
using static PalActors.Areas.Contract.Models.ObservableAxis;
using static PalActors.Areas.Contract.Models.ObservableHome;

namespace PalActors.Areas.Models.Microcircuit.Recording;

/// <summary>
/// Everything that can be recorded. Values are those after a complete tick: potentials, dendrites and rates as computed in it; somatic potentials, weights,
/// noise and filters after its update.
/// </summary>
public static class ObservableTable
{
    /// <summary>All observables, in the order of docs/recording.md.</summary>
    public static IReadOnlyList<Observable> All { get; } =
    [
        Vector("input", "r_0", Input, Here, "rates of the input", (a, i) => a.RateBelow[i]),
        Vector("target", "target", Top, Here, "target voltages of the top area, whether or not they act", (a, i) => a.Target[i]),
        Vector("basal_potential", "v_bas", AboveInput, Here, "basal dendrites of the pyramidal cells", (a, i) => a.Basal[i]),
        Vector("apical_potential", "v_api", Hidden, Here, "apical dendrites of the pyramidal cells, without noise", (a, i) => a.Apical[i]),
        Vector("apical_potential_with_noise", "v_api_noise", Hidden, Here, "apical dendrites with the noise that the soma saw", (a, i) => a.ApicalWithNoise(i)),
        Vector("dendritic_potential", "v_den", Hidden, Above, "dendrites of the interneurons", (a, i) => a.Dendritic[i]),
        Vector("somatic_potential", "u", AboveInput, Here, "somata of the pyramidal cells", (a, i) => a.Pyramidal.U[i]),
        Vector("prospective_potential", "u_breve", AboveInput, Here, "look-ahead of the somata of the pyramidal cells", (a, i) => a.Pyramidal.Prospective[i]),
        Vector("rate", "r", AboveInput, Here, "rates of the pyramidal cells, of their prospective potential", (a, i) => a.Pyramidal.Rate[i]),
        Vector("high_passed_rate", "hp", AboveInput, Here, "high-passed rates of the pyramidal cells, after the high-pass of the tick", (a, i) => a.Pyramidal.HighPass[i]),
        Vector("interneuron_potential", "v", Hidden, Above, "somata of the interneurons", (a, i) => a.Interneurons!.U[i]),
        Vector("interneuron_prospective_potential", "v_breve", Hidden, Above, "look-ahead of the somata of the interneurons", (a, i) => a.Interneurons!.Prospective[i]),
        Vector("interneuron_rate", "s", Hidden, Above, "rates of the interneurons", (a, i) => a.Interneurons!.Rate[i]),
        Vector("noise", "xi", Hidden, Here, "noise of the apical dendrites, after its advance in the tick", (a, i) => a.Noise[i]),
        Vector("rate_below", "r_below", AboveInput, Below, "rates of the area below as they arrive here", (a, i) => a.RateBelow[i]),
        Vector("prospective_potential_above", "u_breve_above", Hidden, Above, "prospective potentials of the area above as they arrive here", (a, i) => a.ProspectiveAbove![i]),
        Vector("high_passed_rate_above", "hp_above", Hidden, Above, "high-passed rates of the area above, kept here for the rule of B", (a, i) => a.HighPassAbove![i]),
        Matrix("W", "W", AboveInput, Here, Below, "forward weights, pyramidal cells below to basal dendrites", (a, i, j) => a.W[i, j]),
        Matrix("P", "P", Hidden, Above, Here, "lateral weights, pyramidal cells to interneurons", (a, i, j) => a.P![i, j]),
        Matrix("B", "B", Hidden, Here, Above, "feedback weights, pyramidal cells above to apical dendrites", (a, i, j) => a.B![i, j]),
        Matrix("Q", "Q", Hidden, Here, Above, "cancelling weights, interneurons to apical dendrites", (a, i, j) => a.Q![i, j]),
        Change("update_W", "dW", AboveInput, Here, Below, "change of W in the tick", (a, i, j) => a.W[i, j]),
        Change("update_P", "dP", Hidden, Above, Here, "change of P in the tick", (a, i, j) => a.P![i, j]),
        Change("update_B", "dB", Hidden, Here, Above, "change of B in the tick", (a, i, j) => a.B![i, j]),
        Change("update_Q", "dQ", Hidden, Here, Above, "change of Q in the tick", (a, i, j) => a.Q![i, j]),
        Matrix("low_passed_update_W", "D", AboveInput, Here, Below, "low-passed update of W (with dWPP_low_pass)", (a, i, j) => a.LowPassedUpdate![i, j]) with { NeedsFlag = "dWPP_low_pass", Instead = "update_W" },
    ];

    private static readonly Dictionary<string, Observable> s_byName = All.ToDictionary(o => o.Name);

    /// <summary>The observable of this name, or null.</summary>
    public static Observable? Find(string name) => s_byName.GetValueOrDefault(name);

    private static Observable Vector(string name, string symbol, ObservableHome home, ObservableAxis rows, string description, Func<CorticalArea, int, double> value) =>
        new(name, symbol, "1", home, rows, None, description, (area, row, _) => value(area, row));

    private static Observable Matrix(
        string name, string symbol, ObservableHome home, ObservableAxis rows, ObservableAxis columns, string description, Func<CorticalArea, int, int, double> value) =>
        new(name, symbol, "1", home, rows, columns, description, value);

    private static Observable Change(
        string name, string symbol, ObservableHome home, ObservableAxis rows, ObservableAxis columns, string description, Func<CorticalArea, int, int, double> value) =>
        Matrix(name, symbol, home, rows, columns, description, value) with { IsChange = true };
}
