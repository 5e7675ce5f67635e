using System.Globalization;

namespace PalActors.Lab.Weights;

/// <summary>A matrix of weights with the names that it has in files.</summary>
/// <param name="Network">Network, for instance <c>PAL_7</c>; empty in a file of one network without a name.</param>
/// <param name="Area">Area whose state holds it, for instance <c>area_1</c>, or its name in a graph.</param>
/// <param name="Name">Name of the matrix, for instance <c>W</c>; in a graph also <c>W@2</c>.</param>
/// <param name="Rows">Post-synaptic cells.</param>
/// <param name="Columns">Pre-synaptic cells; 1 for a vector.</param>
/// <param name="Values">Row-major values.</param>
/// <param name="IsSingle">True if they are stored as floats.</param>
internal sealed record StoredMatrix(
    string Network, string Area, string Name, int Rows, int Columns, double[] Values, bool IsSingle)
{
    /// <summary>Name within its network.</summary>
    public string Place => $"{Area}/{Name}";

    /// <summary>Whole name, as that of a dataset or array.</summary>
    public string FullName => Network.Length == 0 ? Place : $"{Network}/{Place}";

    /// <summary>Names a matrix by its path in a file.</summary>
    /// <param name="source">The file.</param>
    /// <param name="path">Parts between slashes.</param>
    /// <param name="shape">Size of each dimension, one or two.</param>
    /// <param name="values">Row-major values.</param>
    /// <param name="isSingle">True if they are floats.</param>
    /// <exception cref="InputException">It is no matrix, or a value is not finite.</exception>
    public static StoredMatrix Of(
        string source, string path, IReadOnlyList<long> shape, double[] values, bool isSingle)
    {
        string[] parts = path.Trim('/').Split('/');
        if (parts.Length is < 2 or > 3)
        {
            throw new InputException(
                $"{source}: '{path}' is not the name of a matrix; valid is AREA/MATRIX or NETWORK/AREA/MATRIX, "
                + "such as area_1/W.");
        }

        if (shape.Count is < 1 or > 2)
        {
            throw new InputException(
                $"{source}: {path} has {shape.Count} dimensions; valid is a matrix of rows x columns, or a vector.");
        }

        if (Array.FindIndex(values, value => !double.IsFinite(value)) is int bad and >= 0)
        {
            throw new InputException(string.Create(
                CultureInfo.InvariantCulture,
                $"{source}: {path} has value {values[bad]} at place {bad}; valid is a finite one."));
        }

        return new StoredMatrix(
            parts.Length == 3 ? parts[0] : "", parts[^2], parts[^1], checked((int)shape[0]),
            shape.Count == 2 ? checked((int)shape[1]) : 1, values, isSingle);
    }
}
