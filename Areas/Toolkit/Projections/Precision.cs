namespace PalActors.Areas.Toolkit.Projections;

/// <summary>Precision of synaptic weights.</summary>
/// <remarks>The cells (potentials, rates, filters, noise) are always doubles.</remarks>
public enum Precision
{
    /// <summary>Precision of 64 bits.</summary>
    Double,

    /// <summary>Precision of 32 bits, with half the memory and traffic.</summary>
    /// <remarks>Weights, their low-passed updates and the sums over them are floats.</remarks>
    Single,
}

/// <summary>Names of the precisions.</summary>
public static class Precisions
{
    /// <summary>Names that experiments use.</summary>
    public static string[] Names { get; } = ["double", "single"];

    /// <summary>Gets the precision of this name.</summary>
    /// <exception cref="ArgumentException">There is no such precision.</exception>
    public static Precision Get(string name) => name switch
    {
        "double" => Precision.Double,
        "single" => Precision.Single,
        _ => throw new ArgumentException(
            $"'{name}' is not a precision; valid is one of {string.Join(", ", Names)}.", nameof(name)),
    };
}
