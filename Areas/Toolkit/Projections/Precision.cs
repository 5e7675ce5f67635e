namespace PalActors.Areas.Toolkit.Projections;

/// <summary>What synaptic weights are held in. The cells (potentials, rates, filters, noise) are always doubles.</summary>
public enum Precision
{
    /// <summary>64 bits.</summary>
    Double,

    /// <summary>32 bits: half the memory and traffic. Weights, their low-passed updates and the sums over them are floats.</summary>
    Single,
}

/// <summary>The precisions by name.</summary>
public static class Precisions
{
    /// <summary>Names that experiments use.</summary>
    public static string[] Names { get; } = ["double", "single"];

    /// <summary>The precision of this name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Precision Get(string name) => name switch
    {
        "double" => Precision.Double,
        "single" => Precision.Single,
        _ => throw new ArgumentException($"'{name}' is not a precision; valid is one of {string.Join(", ", Names)}.", nameof(name)),
    };
}
