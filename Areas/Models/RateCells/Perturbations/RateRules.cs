using PalActors.Areas.Contract.Models;

namespace PalActors.Areas.Models.RateCells.Perturbations;

/// <summary>Rules that an experiment may freeze, by the weights that they change.</summary>
internal static class RateRules
{
    /// <summary>Rule of the forward weights and biases.</summary>
    public const string W = "W";

    /// <summary>Rule of the feedback weights.</summary>
    public const string B = "B";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RuleDescriptor> All { get; } =
    [
        new(W, IsOfUpperArea: true, IsOfInputs: true),
        new(B, IsOfUpperArea: false, IsOfInputs: false),
    ];
}
