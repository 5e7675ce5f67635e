using PalActors.Areas.Contract.Models;

namespace PalActors.Areas.Models.Microcircuit.Perturbations;

/// <summary>Rules that an experiment may freeze, by the weights that they change.</summary>
internal static class RuleNames
{
    /// <summary>Rule of the forward weights.</summary>
    public const string W = "W";

    /// <summary>Rule of the weights onto interneurons.</summary>
    public const string P = "P";

    /// <summary>Rule of the weights of interneurons onto apical dendrites.</summary>
    public const string Q = "Q";

    /// <summary>Rule of the feedback weights.</summary>
    public const string B = "B";

    private static readonly string[] s_copied = ["BP"];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RuleDescriptor> All { get; } =
    [
        new(W, IsOfUpperArea: true, IsOfInputs: true),
        new(P, IsOfUpperArea: false, IsOfInputs: false),
        new(Q, IsOfUpperArea: false, IsOfInputs: false) { CopiedBy = s_copied },
        new(B, IsOfUpperArea: false, IsOfInputs: false) { CopiedBy = s_copied },
    ];

    /// <summary>Rules of the upper area of a pathway.</summary>
    public static IEnumerable<string> Upper => All.Where(rule => rule.IsOfUpperArea).Select(rule => rule.Name);

    /// <summary>Rules of the lower area of a pathway.</summary>
    public static IEnumerable<string> Lower => All.Where(rule => !rule.IsOfUpperArea).Select(rule => rule.Name);
}
