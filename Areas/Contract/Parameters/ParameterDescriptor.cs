namespace PalActors.Areas.Contract.Parameters;

/// <summary>What a parameter's values are.</summary>
public enum ParameterKind
{
    /// <summary>A finite real number.</summary>
    Real,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>One of a list of words.</summary>
    Word,

    /// <summary>A whole number of ticks, or a time in ms that is one.</summary>
    Ticks,

    /// <summary>Two real numbers, low and high.</summary>
    Range,
}

/// <summary>How many values a parameter has. A single value always stands for all of them.</summary>
public enum ParameterScope
{
    /// <summary>One for the network.</summary>
    Network,

    /// <summary>One per cortical area above the input (L).</summary>
    Cortical,

    /// <summary>One per hidden area (L - 1).</summary>
    Hidden,

    /// <summary>One, and only in tasks that have a teacher.</summary>
    Teacher,
}

/// <summary>A parameter of the model: its name, meaning, unit and what is valid. The table of these is <see cref="ParameterTable"/>.</summary>
/// <param name="Name">Name in experiment files (the authors' key where they have one).</param>
/// <param name="Kind">What its values are.</param>
/// <param name="Scope">How many there are.</param>
/// <param name="Unit">Unit, or empty.</param>
/// <param name="Summary">What it is, with MODEL symbols.</param>
/// <param name="Default">Value where none is given, or null if it must be given.</param>
/// <param name="Words">The valid words, for <see cref="ParameterKind.Word"/>.</param>
/// <param name="Minimum">Smallest valid value.</param>
/// <param name="ExclusiveMinimum">Whether the minimum itself is invalid.</param>
public sealed record ParameterDescriptor(
    string Name,
    ParameterKind Kind,
    ParameterScope Scope,
    string Unit,
    string Summary,
    string? Default = null,
    string[]? Words = null,
    double Minimum = double.NegativeInfinity,
    bool ExclusiveMinimum = false)
{
    /// <summary>What is valid, in words for an error message.</summary>
    public string Valid => Kind switch
    {
        ParameterKind.Flag => "true or false",
        ParameterKind.Word => "one of " + string.Join(", ", Words!),
        ParameterKind.Ticks => "a whole number of ticks, 0 or more, or a time such as 0.5 ms",
        ParameterKind.Range => "two finite numbers, the first not above the second",
        _ when ExclusiveMinimum => $"a finite number above {Minimum}",
        _ when double.IsNegativeInfinity(Minimum) => "a finite number",
        _ => $"a finite number, {Minimum} or more",
    };
}
