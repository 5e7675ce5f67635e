using System.Globalization;
using System.Text;
using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Snapshots;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Sweeps;

/// <summary>The file sweep.csv.</summary>
/// <remarks>
/// All rows of a network are appended at once when it has finished, the last of them <see cref="Frames"/>. A network
/// without that row was being written when the sweep was killed, and is run again.
/// </remarks>
internal sealed partial class SweepTable : IDisposable
{
    private const string Diverging = $",{DivergedAtTick},";

    private readonly Lock _lock = new();
    private readonly string _path;
    private readonly string _header;
    private readonly IReadOnlyList<SweepNetwork> _networks;
    private readonly DurableFile _files;
    private readonly Dictionary<int, IReadOnlyList<string>> _rows = [];
    private FileStream _stream;

    /// <summary>Opens the table of a sweep for going on, without rows of incomplete networks.</summary>
    /// <param name="path">The file; it need not be there.</param>
    /// <param name="sweep">The sweep.</param>
    /// <param name="files">How the file gets its name.</param>
    /// <exception cref="InputException">It holds something else.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public SweepTable(string path, Sweep sweep, DurableFile files)
    {
        _files = files;
        _path = path;
        _header = Header(sweep.Columns);
        _networks = sweep.Networks;
        if (File.Exists(path))
            Take(Rows(path, _header), sweep.Columns.Count);
        _stream = Rewrite();
    }

    /// <summary>Checks whether the rows of a network are there.</summary>
    public bool Has(int network)
    {
        lock (_lock)
            return _rows.ContainsKey(network);
    }

    /// <summary>Number of networks whose rows are there.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _rows.Count;
        }
    }

    /// <summary>Number of networks that diverged, among those whose rows are there.</summary>
    public int Diverged
    {
        get
        {
            lock (_lock)
                return _rows.Values.Count(rows => rows.Any(row => row.Contains(Diverging, StringComparison.Ordinal)));
        }
    }

    /// <summary>Appends the rows of a network, from any thread, and returns once they are on the disk.</summary>
    /// <param name="network">Its number.</param>
    /// <param name="measures">Measure, area or null, value.</param>
    public void Append(int network, IEnumerable<(string Metric, MetricPlace Place, double Value)> measures)
    {
        string identity = _networks[network].Identity;
        AreaGraph graph = _networks[network].Plan.Graph;
        string[] rows = [.. measures.Select(measure => Row(identity, graph, measure))];
        lock (_lock)
        {
            _files.RequireClaim();
            _stream.Write(Encoding.UTF8.GetBytes(string.Concat(rows.Select(row => row + "\n"))));
            _stream.Flush(flushToDisk: true);
            _rows[network] = rows;
        }
    }

    /// <summary>Sorts the rows by point, in place of the order in which networks ended.</summary>
    public void Sort()
    {
        lock (_lock)
        {
            _stream.Dispose();
            _stream = Rewrite();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private static string Row(
        string identity, AreaGraph graph, (string Metric, MetricPlace Place, double Value) measure) => string.Create(
        CultureInfo.InvariantCulture,
        $"{identity},{measure.Metric},{graph.TextOf(measure.Place)},{measure.Value:R}");

    // Replaces the file, whole or not at all.
    private FileStream Rewrite()
    {
        StringBuilder text = new(_header + "\n");
        foreach (string row in _rows.OrderBy(pair => pair.Key).SelectMany(pair => pair.Value))
            text.Append(row).Append('\n');
        _files.Write(_path, Encoding.UTF8.GetBytes(text.ToString()));
        return new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
    }
}
