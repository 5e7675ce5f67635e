using PalActors.Areas.Toolkit.Batches;

namespace PalActors.Areas.Models.RateCells.Parameters;

/// <summary>Learning model of the rate cells.</summary>
public enum RateAlgorithm
{
    /// <summary>B learns from noise.</summary>
    PAL,

    /// <summary>B stays as it was drawn.</summary>
    FA,

    /// <summary>Fixed random weights bring the output's error to every area.</summary>
    DFA,

    /// <summary>Errors pass through the transpose of W.</summary>
    BP,
}

/// <summary>Way of the errors.</summary>
public enum ErrorPath
{
    /// <summary>Errors never touch the potentials.</summary>
    Direct,

    /// <summary>Errors are added to the potentials, and noise travels down with them.</summary>
    Soma,
}

/// <summary>Error of the output.</summary>
public enum TargetType
{
    /// <summary>beta phi' (y - r).</summary>
    Rate,

    /// <summary>beta (y - ub).</summary>
    Mse,

    /// <summary>beta (y - softmax(ub)).</summary>
    Softmax,
}

/// <summary>Names of the choices in experiments.</summary>
public static class RateWords
{
    /// <summary>Learning models.</summary>
    public static string[] Algorithms { get; } = Enum.GetNames<RateAlgorithm>();

    /// <summary>Ways of the errors.</summary>
    public static string[] ErrorPaths { get; } = ["direct", "soma"];

    /// <summary>Errors of the output.</summary>
    public static string[] TargetTypes { get; } = ["rate", "mse", "softmax"];

    /// <summary>Activations.</summary>
    public static string[] Activations { get; } = BatchActivation<double>.Names;

    /// <summary>Value of a choice by its place among the names.</summary>
    public static T Value<T>(string[] names, string name)
        where T : struct, Enum => Enum.GetValues<T>()[Array.IndexOf(names, name)];
}
