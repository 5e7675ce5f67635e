using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PalActors.Clustering.Snapshots;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Results;

/// <summary>Seals rows of one network in metrics.csv by their number and the hash of their lines.</summary>
internal sealed class SealedRows : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Queue<MetricRow> _waiting = new();
    private long _rows;

    /// <summary>The line of a row, without its end.</summary>
    public static string Line(MetricRow row) => string.Create(
        CultureInfo.InvariantCulture,
        $"{row.Seed},{row.Model},{row.Tick},{row.Epoch},{row.Area},{row.Metric},{row.Value:R}");

    /// <summary>The seal of some rows up to a tick.</summary>
    /// <param name="rows">Rows of one network in the order of the file.</param>
    /// <param name="tick">The last tick to seal.</param>
    public static MetricsSeal Of(IEnumerable<MetricRow> rows, long tick)
    {
        using SealedRows sealedRows = new();
        foreach (MetricRow row in rows)
            sealedRows.Add(row);
        return sealedRows.UpTo(tick);
    }

    /// <summary>The error for rows that do not fit their seal.</summary>
    /// <param name="run">The folder of the run.</param>
    /// <param name="plan">The network.</param>
    /// <param name="tick">The last sealed tick.</param>
    /// <param name="seal">Their seal.</param>
    /// <param name="otherwise">The alternative to putting the file back, as an infinitive.</param>
    public static InputException Changed(
        string run, NetworkPlan plan, long tick, MetricsSeal seal, string otherwise) => new(string.Create(
            CultureInfo.InvariantCulture,
            $"{Path.Combine(run, RunFiles.Metrics)} was changed: the rows of {Figures.Name(plan)} up to tick "
            + $"{tick} are not the {seal.Rows} that were written; valid is to put the file back, or to {otherwise}."));

    /// <summary>Adds the next row of the file, of a tick not before that of the last one.</summary>
    public void Add(MetricRow row) => _waiting.Enqueue(row);

    /// <summary>The seal of all rows up to a tick, which is not before the last one asked for.</summary>
    public MetricsSeal UpTo(long tick)
    {
        while (_waiting.TryPeek(out MetricRow? row) && row.Tick <= tick)
        {
            _hash.AppendData(Encoding.UTF8.GetBytes(Line(row) + "\n"));
            _waiting.Dequeue();
            _rows++;
        }

        return new MetricsSeal(_rows, Convert.ToHexStringLower(_hash.GetCurrentHash()));
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();
}
