using PureHDF;
using PureHDF.Filters;
using PureHDF.VOL.Native;

namespace PalActors.Lab.Recording;

/// <summary>Axes of one dataset and coordinates along them, as datasets beside it in its group.</summary>
/// <remarks>
/// Axes are dimension scales of HDF5 and so dimensions of netCDF-4; the attribute <c>coordinates</c> of the dataset
/// names the others, by the CF conventions. They stand before the dataset, which refers to where they lie.
/// </remarks>
internal sealed class Hdf5Axes(H5Group group, string name)
{
    // Most neurons of an attribute, which ends at 64 kB.
    private const int MostNeurons = 16_000;

    // Values of a compressed piece; fewer are not compressed.
    private const int ChunkValues = 1 << 14;

    private readonly List<H5Dataset> _axes = [];
    private readonly List<string> _coordinates = [];
    private int[] _neurons = [];

    /// <summary>Adds the axis of records, and coordinates along it.</summary>
    /// <param name="ticks">The tick of each record.</param>
    /// <param name="coordinates">The coordinates.</param>
    public void AddRecords(IReadOnlyList<long> ticks, IEnumerable<RecordCoordinate> coordinates)
    {
        H5Dataset axis = AddAxis("ticks", "ticks", "tick of each record; 0 is before the first one", ticks.ToArray());
        foreach (RecordCoordinate coordinate in coordinates)
        {
            H5Dataset values = Describe(coordinate.Values, coordinate.Unit, coordinate.Description);
            if (coordinate.Words is { } words)
            {
                values.Attributes["flag_values"] = Enumerable.Range(0, words.Count).Select(n => (sbyte)n).ToArray();
                values.Attributes["flag_meanings"] = string.Join(' ', words);
            }

            values.Attributes["DIMENSION_LIST"] = References([axis]);
            group[$"{name}_{coordinate.Name}"] = values;
            _coordinates.Add($"{name}_{coordinate.Name}");
        }
    }

    /// <summary>Adds the axis of neurons.</summary>
    /// <param name="neurons">The recorded ones, of a matrix its rows.</param>
    public void AddNeurons(int[] neurons)
    {
        AddAxis("neurons", "1", "recorded neurons; of a matrix its rows", neurons);
        _neurons = neurons;
    }

    /// <summary>Adds the axis of a matrix's columns.</summary>
    /// <param name="columns">How many there are.</param>
    public void AddColumns(int columns) =>
        AddAxis("columns", "1", "columns of the matrix", Enumerable.Range(0, columns).ToArray());

    /// <summary>Adds the dataset, with its axes in the order in which they were added.</summary>
    public void Attach(H5Dataset dataset)
    {
        if (_neurons.Length is > 0 and <= MostNeurons)
            dataset.Attributes["neurons"] = _neurons;
        if (_coordinates.Count > 0)
            dataset.Attributes["coordinates"] = string.Join(' ', _coordinates);
        dataset.Attributes["DIMENSION_LIST"] = References(_axes);
        group[name] = dataset;
    }

    private static H5ObjectReference[][] References(IEnumerable<H5Dataset> axes) =>
        [.. axes.Select(axis => new[] { new H5ObjectReference(axis) })];

    private static H5Dataset Describe(Array values, string unit, string description)
    {
        H5Dataset dataset = values.Length <= ChunkValues ? new H5Dataset(values) : new H5Dataset(
            values, chunks: [ChunkValues],
            datasetCreation: new H5DatasetCreation(Filters: [ShuffleFilter.Id, DeflateFilter.Id]));
        dataset.Attributes["units"] = unit;
        dataset.Attributes["description"] = description;
        return dataset;
    }

    private H5Dataset AddAxis(string axis, string unit, string description, Array numbers)
    {
        H5Dataset scale = Describe(numbers, unit, description);
        ScaleFile.Mark(scale);
        group[$"{name}_{axis}"] = scale;
        _axes.Add(scale);
        return scale;
    }
}
