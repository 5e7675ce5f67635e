namespace PalActors.Clustering.Snapshots;

/// <summary>Seal over a network's rows up to a tick; it shows whether rows were cut or changed since.</summary>
/// <param name="Rows">Number of rows.</param>
/// <param name="Sha256">
/// SHA-256 of the rows' lines in UTF-8, line ends included, lower-case hex; empty where no rows are kept.
/// </param>
public sealed record MetricsSeal(long Rows, string Sha256)
{
    /// <summary>Seal of an observer that keeps no rows.</summary>
    public static MetricsSeal None { get; } = new(0, "");
}
