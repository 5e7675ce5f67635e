namespace PalActors.Areas.Contract.Parameters;

/// <summary>A parameter of the model: its name, meaning, unit and valid values.</summary>
/// <remarks>The table of these is <see cref="ParameterTable"/>.</remarks>
/// <param name="Name">Name in experiment files (the authors' key where they have one).</param>
/// <param name="Kind">Kind of its values.</param>
/// <param name="Scope">Number of its values.</param>
/// <param name="Unit">Unit, or empty.</param>
/// <param name="Summary">Meaning, with the symbols of docs/model.md.</param>
/// <param name="Default">Value where none is given, or null if it must be given.</param>
/// <param name="Words">The valid words, for <see cref="ParameterKind.Word"/>.</param>
/// <param name="Minimum">Smallest valid value.</param>
/// <param name="ExclusiveMinimum">True if the minimum itself is invalid.</param>
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
    /// <summary>Names of the learning models that use it; empty: all of the cell model's.</summary>
    /// <remarks>
    /// An experiment without any of them is refused where it gives the parameter, so one that names models has a
    /// default.
    /// </remarks>
    public IReadOnlyList<string> UsedBy { get; init; } = [];

    /// <summary>True if it may have other values in later epochs.</summary>
    public bool Varies { get; init; }

    /// <summary>Valid values, in words for an error message.</summary>
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

    /// <summary>Checks whether a learning model uses it.</summary>
    public bool IsUsedBy(string model) => UsedBy.Count == 0 || UsedBy.Contains(model);
}
