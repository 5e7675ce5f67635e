using System.Text.Json.Serialization;
using PalActors.Clustering.Reports;
using PalActors.Messages.Control;

namespace PalActors.Lab.Results;

/// <summary>End of a network, without its state.</summary>
/// <param name="Tick">Its last complete tick.</param>
/// <param name="Completed">False if it was stopped before the end of its schedule, or diverged.</param>
/// <param name="Figures">Traffic over its links in its last generation.</param>
/// <param name="Digest">SHA-256 of its state, lower-case hex; null if it has none.</param>
/// <param name="Seconds">Seconds that it ran.</param>
public sealed record NetworkEnd(long Tick, bool Completed, NetworkFigures Figures, string? Digest, double Seconds)
{
    /// <summary>Divergence that ended it, or null.</summary>
    public Divergence? Divergence { get; init; }

    /// <summary>Decisions of its last evaluation: rows of class, class read out, and number of samples.</summary>
    /// <remarks>Null where nothing was classified.</remarks>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int[][]? Decisions { get; init; }

    /// <summary>Nodes with the areas that they hosted at the end; null for a run in one process.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NodeAreas[]? Places { get; init; }
}
