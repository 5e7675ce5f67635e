namespace PalActors.Areas.Models.Microcircuit.Transport;

/// <summary>Updates of W above a hidden area that it learns of in one tick, under BP.</summary>
public readonly ref struct TransportedInput
{
    /// <summary>Post-synaptic factors of the update that the area above made one tick before; else empty.</summary>
    public ReadOnlySpan<double> Factors { get; init; }

    /// <summary>Indicates whether W above changed in the tick that <see cref="Factors"/> belong to.</summary>
    public bool Learned { get; init; }

    /// <summary>In place of both where delays vary: all updates that become known in the tick.</summary>
    public TransportedUpdates? Updates { get; init; }
}
