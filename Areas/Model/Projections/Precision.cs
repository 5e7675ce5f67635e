namespace PalActors.Areas.Model.Projections;

/// <summary>What synaptic weights are held in. The cells (potentials, rates, filters, noise) are always doubles.</summary>
public enum Precision
{
    /// <summary>64 bits.</summary>
    Double,

    /// <summary>32 bits: half the memory and traffic. Weights, their low-passed updates and the sums over them are floats.</summary>
    Single,
}
