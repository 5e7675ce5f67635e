using System.Globalization;
using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Snapshots;
using PalActors.Lab.Recording;
using PalActors.Messages.Plan;
using PureHDF;
using PureHDF.Selections;

namespace PalActors.Lab.Weights;

/// <content>Writing.</content>
internal static partial class Hdf5Weights
{
    // Most values of a write: the library takes no more than 2 GB at once.
    private const int MostValues = 1 << 24;

    private delegate void MatrixWriter(H5NativeWriter writer, StoredMatrix matrix);

    /// <summary>Writes a file of networks, one in memory at a time, and returns once it is on the disk.</summary>
    /// <param name="files">Writes files.</param>
    /// <param name="path">The file, replaced if it is there.</param>
    /// <param name="experiment">The effective experiment.</param>
    /// <param name="networks">The networks.</param>
    /// <exception cref="IOException">It could not be written.</exception>
    public static void Write(
        DurableFile files, string path, string experiment, IReadOnlyList<WrittenNetwork> networks) =>
        files.Write(path, stream =>
        {
            Write(stream, experiment, networks);
            return 0;
        });

    private static void Write(Stream stream, string experiment, IReadOnlyList<WrittenNetwork> networks)
    {
        H5File file = new();
        file.Attributes["experiment"] = experiment;
        file.Attributes["palactors_version"] = ProgramVersion.Current.Version;
        List<(WrittenNetwork Network, Dictionary<string, MatrixWriter> Writers)> all = [];
        foreach (WrittenNetwork network in networks)
        {
            H5Group group = [];
            file[NetworkWeights.NameOf(network.Plan)] = group;
            Describe(group, network);
            all.Add((network, Declare(group, network)));
        }

        using H5NativeWriter writer = file.BeginWrite(stream);
        foreach ((WrittenNetwork network, Dictionary<string, MatrixWriter> writers) in all)
        {
            foreach (StoredMatrix matrix in network.Read())
                writers[matrix.Place](writer, matrix);
        }
    }

    private static void Describe(H5Group group, WrittenNetwork network)
    {
        NetworkPlan plan = network.Plan;
        group.Attributes["model"] = plan.Label;
        group.Attributes["seed"] = plan.Seed;
        group.Attributes["cells"] = plan.Cells;
        group.Attributes["layers"] = plan.Layers;
        group.Attributes["tick"] = network.Tick;
        group.Attributes["data_sha256"] = plan.DataHash;
        group.Attributes["builds"] = network.Builds.Select(build => build.Hash).ToArray();
    }

    private static Dictionary<string, MatrixWriter> Declare(H5Group group, WrittenNetwork network)
    {
        Dictionary<string, MatrixWriter> writers = [];
        AreaGraph graph = network.Plan.Graph;
        foreach (StoredMatrix matrix in network.Read())
        {
            H5Group area = Hdf5Groups.Of(group, matrix.Area);
            area.Attributes["name"] = graph.Name(NetworkWeights.AreaOf(graph, matrix.Area)!.Value);
            ObservableDescriptor? meaning = network.Cells.Observables.FirstOrDefault(
                one => one.Name == NetworkWeights.BaseName(matrix.Name));
            ulong[] shape = meaning?.Columns == ObservableAxis.None
                ? [(ulong)matrix.Rows]
                : [(ulong)matrix.Rows, (ulong)matrix.Columns];
            (H5Object dataset, writers[matrix.Place]) = matrix.IsSingle
                ? Dataset(shape, value => (float)value)
                : Dataset(shape, value => value);
            dataset.Attributes["units"] = meaning?.Unit ?? "1";
            dataset.Attributes["symbol"] = meaning?.Symbol ?? matrix.Name;
            dataset.Attributes["description"] = meaning?.Description ?? "";
            if (matrix.Name.Contains('@'))
                dataset.Attributes["other_area"] = graph.Name(Other(matrix.Name));
            area[matrix.Name] = dataset;
        }

        return writers;
    }

    private static int Other(string name) =>
        int.Parse(name.Split('@')[^1], NumberStyles.None, CultureInfo.InvariantCulture);

    private static (H5Object Dataset, MatrixWriter Write) Dataset<T>(
        ulong[] shape, Converter<double, T> convert)
    {
        H5Dataset<T[]> dataset = new(shape);
        return (dataset, Write);

        void Write(H5NativeWriter writer, StoredMatrix matrix)
        {
            int most = Math.Max(1, MostValues / matrix.Columns);
            for (int row = 0, count; row < matrix.Rows; row += count)
            {
                count = Math.Min(most, matrix.Rows - row);
                ulong[] starts = new ulong[shape.Length], blocks = [.. shape];
                (starts[0], blocks[0]) = ((ulong)row, (ulong)count);
                T[] values = Array.ConvertAll(
                    matrix.Values[(row * matrix.Columns)..((row + count) * matrix.Columns)], convert);
                writer.Write(dataset, values, fileSelection: new HyperslabSelection(shape.Length, starts, blocks));
            }
        }
    }
}
