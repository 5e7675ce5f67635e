using PalActors.Areas.Contract.Models;
using static PalActors.Areas.Contract.Models.ObservableAxis;
using static PalActors.Areas.Contract.Models.ObservableHome;

namespace PalActors.Areas.Models.RateCells.Recording;

/// <summary>Everything of the rate cells that can be recorded.</summary>
/// <remarks>
/// Values are those after a complete tick. Of a batch they are those of its first sample; of an area with a pool those
/// of the pool, which the area above sees, but for the potentials, which a pool has none of.
/// </remarks>
public static class RateObservables
{
    /// <summary>Prospective potentials.</summary>
    public const string Potential = "prospective_potential";

    /// <summary>Rates.</summary>
    public const string Rate = "rate";

    /// <summary>Derivatives.</summary>
    public const string Derivative = "derivative";

    /// <summary>Errors.</summary>
    public const string Error = "error";

    /// <summary>Coloured noise.</summary>
    public const string Noise = "noise";

    /// <summary>Forward weights.</summary>
    public const string W = "W";

    /// <summary>Biases.</summary>
    public const string Bias = "b";

    /// <summary>Feedback weights.</summary>
    public const string B = "B";

    /// <summary>Observables, in the order of docs/recording.md.</summary>
    public static IReadOnlyList<ObservableDescriptor> All { get; } =
    [
        Vector(Potential, "ub", "prospective potentials W r + b with noise, of the cells before a pool"),
        Vector(Rate, "r", "rates"),
        Vector(Derivative, "d", "derivatives phi'(ub)"),
        Vector(Error, "e", "errors"),
        new(
            CommonObservables.ReadOut, "y", "1", Targeted, Here, None,
            "read-out: rates of all samples of a batch, side by side"),
        Vector(Noise, "xi", "coloured noise; with PAL only"),
        new(W, "W", "1", AboveInput, Here, Below, "forward weights; of a convolution filters x weights of one"),
        Vector(Bias, "b", "biases; of a convolution one per filter"),
        new(
            B, "B", "1", Hidden, Here, Above,
            "feedback weights that end on the area, with PAL and FA; from a convolution laid out as its W"),
    ];

    private static ObservableDescriptor Vector(string name, string symbol, string description) =>
        new(name, symbol, "1", AboveInput, Here, None, description);
}
