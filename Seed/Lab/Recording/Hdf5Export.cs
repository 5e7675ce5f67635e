using System.Globalization;
using PalActors.Areas.Contract.Models;
using PalActors.Lab.Results;
using PureHDF;
using PureHDF.Selections;

namespace PalActors.Lab.Recording;

/// <summary>Writes recording.h5: a group per network and area, a dataset per observable.</summary>
/// <remarks>The ticks of an observable are a dataset beside it; unit, symbol and description are attributes.</remarks>
internal static class Hdf5Export
{
    // Most values of a write: the library takes no more than 2 GB at once.
    private const int MostValues = 1 << 17;

    // Most neurons of an attribute, which ends at 64 kB.
    private const int MostNeurons = 16_000;

    /// <summary>Writes the file.</summary>
    /// <param name="path">The file; there is none yet.</param>
    /// <param name="recording">The recording.</param>
    /// <param name="cells">Cell model of the run.</param>
    /// <param name="experiment">The effective experiment.</param>
    /// <param name="metrics">Measured values.</param>
    public static void Write(
        string path,
        RunRecording recording,
        IAreaModel cells,
        string experiment,
        IReadOnlyList<MetricRow> metrics)
    {
        H5File file = new();
        file.Attributes["experiment"] = experiment;
        file.Attributes["palactors_version"] = ProgramVersion.Current.Version;
        Dictionary<RecordedSeries, H5Dataset<double[]>> datasets = AddSeries(file, recording);
        AddMetrics(file, cells, metrics);
        using H5NativeWriter writer = file.BeginWrite(path);
        Dictionary<RecordedSeries, ulong> written = new(ReferenceEqualityComparer.Instance);
        foreach (RecordedRows rows in recording.Rows())
        {
            ulong first = written.GetValueOrDefault(rows.Series);
            Write(writer, datasets[rows.Series], rows, first);
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

    private static Dictionary<RecordedSeries, H5Dataset<double[]>> AddSeries(H5File file, RunRecording recording)
    {
        Dictionary<RecordedSeries, H5Dataset<double[]>> datasets = new(ReferenceEqualityComparer.Instance);
        foreach (RecordedSeries series in recording.Series)
        {
            H5Group area = Group(Network(file, series, recording), series.AreaGroup);
            H5Dataset<double[]> dataset = new(fileDims: series.Shape);
            dataset.Attributes["units"] = series.Observable.Unit;
            dataset.Attributes["symbol"] = series.Observable.Symbol;
            dataset.Attributes["description"] = series.Observable.Description;
            if (series.Neurons.Length <= MostNeurons)
                dataset.Attributes["neurons"] = series.Neurons;
            else
                area[series.Name + "_neurons"] = new H5Dataset(series.Neurons);
            H5Dataset ticks = new(series.Ticks.ToArray());
            ticks.Attributes["units"] = "ticks";
            area[series.Name] = dataset;
            area[series.Name + "_ticks"] = ticks;
            datasets[series] = dataset;
        }

        return datasets;
    }

    private static void AddMetrics(H5File file, IAreaModel cells, IReadOnlyList<MetricRow> metrics)
    {
        foreach (var group in metrics.GroupBy(row => (row.Model, row.Seed, row.Metric, row.Area)))
        {
            string name = group.Key.Area.Length == 0 ? group.Key.Metric
                : group.Key.Area.Contains('-') ? $"{group.Key.Metric}_pathway_{group.Key.Area}"
                : $"{group.Key.Metric}_area_{group.Key.Area}";
            H5Group target = Group(Group(file, $"{group.Key.Model}_{group.Key.Seed}"), "metrics");
            H5Dataset values = new(group.Select(row => row.Value).ToArray());
            MetricDescriptor? metric = cells.Metrics.FirstOrDefault(one => one.Name == group.Key.Metric);
            values.Attributes["units"] = metric?.Unit ?? "1";
            target[name] = values;
            target[name + "_ticks"] = new H5Dataset(group.Select(row => row.Tick).ToArray());
        }
    }

    private static H5Group Network(H5File file, RecordedSeries series, RunRecording recording)
    {
        H5Group group = Group(file, series.NetworkGroup);
        group.Attributes["model"] = series.Network.Label;
        group.Attributes["seed"] = series.Network.Seed;
        group.Attributes["layers"] = series.Network.Layers;
        group.Attributes["data_sha256"] = series.Network.DataHash;
        group.Attributes["builds"] = recording.BuildsOf(series.Network.Network).Select(build => build.Hash).ToArray();
        if (double.TryParse(series.Network.Dt, CultureInfo.InvariantCulture, out double dt))
            group.Attributes["dt_ms"] = dt;
        return group;
    }

    private static H5Group Group(H5Group parent, string name)
    {
        if (parent.TryGetValue(name, out object? found))
            return (H5Group)found;
        H5Group made = [];
        parent[name] = made;
        return made;
    }
}
