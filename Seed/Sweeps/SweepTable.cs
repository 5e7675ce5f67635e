using System.Globalization;
using System.Text;
using PalActors.Clustering.Snapshots;

namespace PalActors.Seed.Sweeps;

/// <summary>
/// The file sweep.csv. All rows of a network are appended at once when it has finished, the last of them <see cref="Frames"/>: a network without that row was cut off in the middle of
/// writing, and is run again.
/// </summary>
public sealed class SweepTable : IDisposable
{
    /// <summary>Measure: wall time per tick, microseconds; that of a network beside others.</summary>
    public const string TimePerTick = "us_per_tick";

    /// <summary>Measure: the part of <see cref="TimePerTick"/> in which the network's thread had nothing to do; NaN where several threads share it.</summary>
    public const string WaitingPerTick = "waiting_us_per_tick";

    /// <summary>Measure of tasks with a teacher: the mean of what was recorded of the student's error in the last epoch. A single record is of one sample only.</summary>
    public const string ErrorOverEpoch = "error_target_epoch";

    /// <summary>Measure: the tick at which the network diverged; it has only ticks and frames besides.</summary>
    public const string DivergedAtTick = "diverged_at_tick";

    /// <summary>Measure: epochs in which all rates of the area were at a bound; absent where there were none.</summary>
    public const string SaturatedEpochs = "saturated_epochs";

    /// <summary>Measure: ticks that the network ran.</summary>
    public const string Ticks = "ticks";

    /// <summary>Measure: frames that its areas delivered. The last row of every network.</summary>
    public const string Frames = "frames";

    private const string Diverging = $",{DivergedAtTick},";

    private const string Fixed = "seed,model,metric,area,value";

    private readonly Lock _lock = new();
    private readonly string _path;
    private readonly string _header;
    private readonly IReadOnlyList<SweepNetwork> _networks;
    private readonly Dictionary<int, IReadOnlyList<string>> _rows = [];
    private FileStream _stream;

    /// <summary>Opens the table of a sweep for going on: what a kill has torn is cut away.</summary>
    /// <param name="path">The file; it need not be there.</param>
    /// <param name="sweep">The sweep.</param>
    /// <exception cref="InputException">It holds something else.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public SweepTable(string path, Sweep sweep)
    {
        _path = path;
        _header = Header(sweep.Columns);
        _networks = sweep.Networks;
        if (File.Exists(path))
            Take(WholeLines(path, _header), sweep.Columns.Count);
        _stream = Rewrite();
    }

    /// <summary>Whether the rows of a network are there.</summary>
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

    /// <summary>Appends the rows of a network; they are on the disk when this returns. Any thread may call.</summary>
    /// <param name="network">Its number.</param>
    /// <param name="measures">Measure, area or null, value.</param>
    public void Append(int network, IEnumerable<(string Metric, int? Area, double Value)> measures)
    {
        string identity = _networks[network].Identity;
        string[] rows = [.. measures.Select(measure => string.Create(CultureInfo.InvariantCulture, $"{identity},{measure.Metric},{measure.Area},{measure.Value:R}"))];
        lock (_lock)
        {
            _stream.Write(Encoding.UTF8.GetBytes(string.Concat(rows.Select(row => row + "\n"))));
            _stream.Flush(flushToDisk: true);
            _rows[network] = rows;
        }
    }

    /// <summary>Puts the rows into the order of the points, whichever network was done first.</summary>
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

    /// <summary>First line of the file.</summary>
    public static string Header(IReadOnlyList<string> columns) => Csv.Join([.. columns, .. Fixed.Split(',')]);

    /// <summary>Reads the rows of a sweep's folder, as far as it has come.</summary>
    /// <exception cref="InputException">It cannot be read, or a line is not a row.</exception>
    public static IReadOnlyList<SweepRow> Read(string folder, IReadOnlyList<string> columns)
    {
        string path = Path.Combine(folder, SweepFiles.Table);
        try
        {
            return [.. WholeLines(path, Header(columns)).Select((line, i) => Parse(line, columns.Count) ?? throw NoRow(path, i, line))];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be read: {exception.Message}");
        }
    }

    private void Take(IReadOnlyList<string> lines, int columns)
    {
        Dictionary<string, int> byIdentity = _networks.ToDictionary(network => network.Identity, network => network.Plan.Network, StringComparer.Ordinal);
        Dictionary<int, List<string>> rows = [];
        for (int i = 0; i < lines.Count; i++)
        {
            if (Parse(lines[i], columns) is not { } row || !byIdentity.TryGetValue(Csv.Join(Csv.Split(lines[i]).Take(columns + 2)), out int network))
                throw NoRow(_path, i, lines[i]);
            if (!rows.TryGetValue(network, out List<string>? of))
                rows[network] = of = [];
            of.Add(lines[i]);
            if (row.Metric == Frames)
                _rows[network] = of;
        }
    }

    // Whole or not at all, as everything that replaces a file.
    private FileStream Rewrite()
    {
        StringBuilder text = new(_header + "\n");
        foreach (string row in _rows.OrderBy(pair => pair.Key).SelectMany(pair => pair.Value))
            text.Append(row).Append('\n');
        DurableFile.Default.Write(_path, Encoding.UTF8.GetBytes(text.ToString()));
        return new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
    }

    // A last line without its end was being written when the sweep was killed.
    private static IReadOnlyList<string> WholeLines(string path, string header)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using StreamReader reader = new(stream, Encoding.UTF8);
        string text = reader.ReadToEnd();
        string[] lines = text.Split('\n');
        if (lines.Length == 1 ? !header.StartsWith(lines[0], StringComparison.Ordinal) : lines[0] != header)
            throw new InputException($"{path}:1: the first line is not '{header}'; valid is the {SweepFiles.Table} of this sweep.");
        return lines.Length == 1 ? [] : lines[1..^1];
    }

    private static SweepRow? Parse(string line, int columns)
    {
        IReadOnlyList<string> fields = Csv.Split(line);
        int area = 0;
        return fields.Count == columns + 5
            && ulong.TryParse(fields[columns], NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed)
            && (fields[columns + 3].Length == 0 || int.TryParse(fields[columns + 3], NumberStyles.None, CultureInfo.InvariantCulture, out area))
            && double.TryParse(fields[columns + 4], NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
                ? new SweepRow([.. fields.Take(columns)], seed, fields[columns + 1], fields[columns + 2], fields[columns + 3].Length == 0 ? null : area, value)
                : null;
    }

    private static InputException NoRow(string path, int row, string line) =>
        new($"{path}:{row + 2}: '{line}' is not a row of this sweep; valid is {SweepFiles.Table} as it was written, or --fresh to begin anew.");
}
