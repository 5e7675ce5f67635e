using System.Globalization;
using PalActors.Areas.Contract.Models;
using PalActors.Lab.Results;
using PureHDF;
using PureHDF.Selections;

namespace PalActors.Lab.Recording;

/// <summary>Writes recording.h5: a group per network and area, a dataset per observable.</summary>
/// <remarks>
/// Each dataset has its axes beside it, as dimension scales, and coordinates of its records; unit, symbol and
/// description are attributes. It is also a netCDF-4 file.
/// </remarks>
internal sealed class Hdf5Export
{
    // Most values of a write: the library takes no more than 2 GB at once.
    private const int MostValues = 1 << 17;

    private readonly H5File _file = new();
    private readonly RunRecording _recording;
    private readonly RunCoordinates _coordinates;
    private readonly Dictionary<RecordedSeries, H5Dataset<double[]>> _datasets =
        new(ReferenceEqualityComparer.Instance);

    private Hdf5Export(RunRecording recording, RunCoordinates coordinates) =>
        (_recording, _coordinates) = (recording, coordinates);

    /// <summary>Writes the file.</summary>
    /// <param name="path">The file; there is none yet.</param>
    /// <param name="recording">The recording.</param>
    /// <param name="coordinates">Coordinates of its ticks.</param>
    /// <param name="cells">Cell model of the run.</param>
    /// <param name="experiment">The effective experiment.</param>
    /// <param name="metrics">Measured values.</param>
    public static void Write(
        string path,
        RunRecording recording,
        RunCoordinates coordinates,
        IAreaModel cells,
        string experiment,
        IReadOnlyList<MetricRow> metrics)
    {
        Hdf5Export export = new(recording, coordinates);
        export._file.Attributes["experiment"] = experiment;
        export._file.Attributes["palactors_version"] = ProgramVersion.Current.Version;
        foreach (RecordedSeries series in recording.Series)
            export.Add(series);
        export.Add(metrics, cells);
        using ScaleFile stream = new(path);
        using H5NativeWriter writer = export._file.BeginWrite(stream);
        Dictionary<RecordedSeries, ulong> written = new(ReferenceEqualityComparer.Instance);
        foreach (RecordedRows rows in recording.Rows())
        {
            ulong first = written.GetValueOrDefault(rows.Series);
            Write(writer, export._datasets[rows.Series], rows, first);
            written[rows.Series] = first + (ulong)rows.Ticks.Length;
        }
    }

    private static void Write(H5NativeWriter writer, H5Dataset<double[]> dataset, RecordedRows rows, ulong first)
    {
        RecordedSeries series = rows.Series;
        ulong[] shape = series.Shape, starts = new ulong[shape.Length], blocks = [.. shape];
        (starts[0], blocks[0]) = (first, (ulong)rows.Ticks.Length);
        // A record of more values comes alone.
        int all = series.Neurons.Length;
        int most = series.Width <= MostValues ? all : Math.Max(1, MostValues / series.Columns);
        for (int row = 0, count; row < all; row += count)
        {
            count = Math.Min(most, all - row);
            (starts[1], blocks[1]) = ((ulong)row, (ulong)count);
            double[] values = count == all
                ? rows.Values
                : rows.Values.AsSpan(row * series.Columns, count * series.Columns).ToArray();
            writer.Write(dataset, values, fileSelection: new HyperslabSelection(shape.Length, starts, blocks));
        }
    }

    private void Add(RecordedSeries series)
    {
        Hdf5Axes axes = new(Hdf5Groups.Of(Network(series), series.AreaGroup), series.Name);
        axes.AddRecords(series.Ticks, _coordinates.Of(series));
        axes.AddNeurons(series.Neurons);
        if (series.IsMatrix)
            axes.AddColumns(series.Columns);
        H5Dataset<double[]> dataset = new(fileDims: series.Shape);
        dataset.Attributes["units"] = series.Observable.Unit;
        dataset.Attributes["symbol"] = series.Observable.Symbol;
        dataset.Attributes["description"] = series.Observable.Description;
        axes.Attach(dataset);
        _datasets[series] = dataset;
    }

    private void Add(IReadOnlyList<MetricRow> metrics, IAreaModel cells)
    {
        foreach (var group in metrics.GroupBy(row => (row.Model, row.Seed, row.Metric, row.Area)))
        {
            string name = group.Key.Area.Length == 0 ? group.Key.Metric
                : group.Key.Area.Contains('-') ? $"{group.Key.Metric}_pathway_{group.Key.Area}"
                : $"{group.Key.Metric}_area_{group.Key.Area}";
            H5Group network = Hdf5Groups.Of(_file, Hdf5Groups.NameOf(group.Key.Model, group.Key.Seed));
            Hdf5Axes axes = new(Hdf5Groups.Of(network, "metrics"), name);
            long[] ticks = [.. group.Select(row => row.Tick)];
            axes.AddRecords(ticks, _coordinates.Of(group.Key.Model, group.Key.Seed, ticks));
            H5Dataset values = new(group.Select(row => row.Value).ToArray());
            MetricDescriptor? metric = cells.Metrics.FirstOrDefault(one => one.Name == group.Key.Metric);
            values.Attributes["units"] = metric?.Unit ?? "1";
            values.Attributes["description"] = metric?.Meaning ?? "";
            axes.Attach(values);
        }
    }

    private H5Group Network(RecordedSeries series)
    {
        H5Group group = Hdf5Groups.Of(_file, series.NetworkGroup);
        group.Attributes["model"] = series.Network.Label;
        group.Attributes["seed"] = series.Network.Seed;
        group.Attributes["layers"] = series.Network.Layers;
        group.Attributes["data_sha256"] = series.Network.DataHash;
        group.Attributes["builds"] =
            _recording.BuildsOf(series.Network.Network).Select(build => build.Hash).ToArray();
        if (double.TryParse(series.Network.Dt, CultureInfo.InvariantCulture, out double dt))
            group.Attributes["dt_ms"] = dt;
        return group;
    }
}
