namespace PalActors.Areas.Contract.Models;

/// <summary>A change that a remedy makes: a parameter's value, or the value that it has, times a factor.</summary>
/// <param name="Parameter">Name of the parameter.</param>
/// <param name="Value">Value that it gets; null: its own times <see cref="Factor"/>.</param>
public sealed record RemedySetting(string Parameter, string? Value)
{
    /// <summary>Factor of the parameter's numbers, where no value is set.</summary>
    public double Factor { get; init; } = 1;

    /// <summary>Multiplies the numbers of a parameter.</summary>
    public static RemedySetting Times(string parameter, double factor) => new(parameter, null) { Factor = factor };
}
