namespace PalActors.Clustering.Snapshots;

/// <summary>Seal over what was measured of a network up to a tick, so that rows that were cut or changed since are noticed.</summary>
/// <param name="Rows">Number of rows.</param>
/// <param name="Sha256">SHA-256 of the rows' lines in UTF-8, line ends included, as lower-case hex; empty where nobody keeps rows.</param>
public sealed record MetricsSeal(long Rows, string Sha256)
{
    /// <summary>The seal of an observer that keeps no rows.</summary>
    public static MetricsSeal None { get; } = new(0, "");
}
