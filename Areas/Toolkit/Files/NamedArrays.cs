namespace PalActors.Areas.Toolkit.Files;

/// <summary>An array of real numbers with a name.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">Size of each dimension.</param>
/// <param name="Values">Its values, the last dimension fastest.</param>
/// <param name="IsSingle">True if they were stored as floats.</param>
public sealed record NamedArray(string Name, IReadOnlyList<long> Shape, double[] Values, bool IsSingle);

/// <summary>Reads all arrays of a .npz archive as real numbers.</summary>
public static class NamedArrays
{
    /// <summary>Types of arrays that are read, in words.</summary>
    public const string Valid = "float32 or float64";

    /// <summary>Checks whether a file is an archive of arrays.</summary>
    /// <exception cref="DataFileException">The file cannot be used.</exception>
    public static bool IsArchive(string path) => DataFormats.IsArchive(path);

    /// <summary>Reads them in the order of the archive.</summary>
    /// <param name="path">The archive.</param>
    /// <exception cref="DataFileException">It cannot be used, or an array is of another type.</exception>
    public static IReadOnlyList<NamedArray> Read(string path)
    {
        List<NamedArray> arrays = [];
        foreach (FilePart part in DataFormats.Describe(path).Parts)
        {
            bool isSingle = part.Type.StartsWith("float32", StringComparison.Ordinal);
            if (!isSingle && !part.Type.StartsWith("float64", StringComparison.Ordinal))
                throw new DataFileException($"{path}: {part.Name}: the values are {part.Type}; valid is {Valid}.");
            RowTable rows = DataFormats.Read(path, new FileRequest([part.Name], null, null)).Inputs!;
            double[] values = new double[(long)rows.Rows * rows.Width];
            for (int row = 0; row < rows.Rows; row++)
                rows.Read(row, values.AsSpan(row * rows.Width, rows.Width));
            arrays.Add(new NamedArray(part.Name, part.Shape, values, isSingle));
        }

        return arrays;
    }
}
