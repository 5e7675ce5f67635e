namespace PalActors.Lab.Experiments;

/// <summary>An entry of <c>lesion</c> or <c>freeze</c>, as given.</summary>
/// <param name="Key">Its key, <c>lesion.NAME</c> or <c>freeze.NAME</c>.</param>
/// <param name="Source">Its place, for messages.</param>
public sealed record Perturbation(string Key, Source Source)
{
    /// <summary>Its area; null for a pathway, or for all that have the rules.</summary>
    public int? Area { get; init; }

    /// <summary>Numbers of the areas of its pathway; null for an area.</summary>
    public (int From, int To)? Pathway { get; init; }

    /// <summary>Neurons of a lesion, 0-based and ascending; empty for all, or a share.</summary>
    public int[] Neurons { get; init; } = [];

    /// <summary>Share of the neurons of a lesion, which are drawn; null for those that are named.</summary>
    public double? Share { get; init; }

    /// <summary>Seed of the draw; null for that of the network.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Rules that rest; none for a lesion.</summary>
    public string[] Rules { get; init; } = [];

    /// <summary>First and last epoch; null for ticks, or the whole run.</summary>
    public (long First, long Last)? Epochs { get; init; }

    /// <summary>First and last tick; null for epochs, or the whole run.</summary>
    public (long First, long Last)? Ticks { get; init; }

    /// <summary>True for a lesion, false for rules that rest.</summary>
    public bool IsLesion => Rules.Length == 0;
}
