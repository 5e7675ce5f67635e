using PalActors.Areas.Toolkit.Files;

namespace PalActors.Lab.Weights;

/// <summary>Reads files of named matrices, HDF5 or .npz, whichever their first bytes say.</summary>
internal static class WeightFiles
{
    private static ReadOnlySpan<byte> Hdf5Magic => [0x89, (byte)'H', (byte)'D', (byte)'F', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">It is not there, damaged, or has something else than matrices.</exception>
    public static StoredWeights Read(string path)
    {
        try
        {
            if (IsHdf5(path))
                return Hdf5Weights.Read(path);
            if (!NamedArrays.IsArchive(path))
                throw new InputException($"{path}: the file is no file of matrices; valid is one of .h5 or .npz.");
            StoredMatrix[] matrices =
            [
                .. NamedArrays.Read(path).Select(array =>
                    StoredMatrix.Of(path, array.Name, array.Shape, array.Values, array.IsSingle)),
            ];
            return new StoredWeights(path, matrices);
        }
        catch (DataFileException exception)
        {
            throw new InputException(exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be read: {exception.Message}");
        }
    }

    private static bool IsHdf5(string path)
    {
        if (!File.Exists(path))
            throw new InputException($"{path}: there is no such file; valid is a run's folder, a .h5 or a .npz file.");
        Span<byte> first = stackalloc byte[Hdf5Magic.Length];
        using FileStream stream = File.OpenRead(path);
        return stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false) == first.Length
            && first.SequenceEqual(Hdf5Magic);
    }
}
