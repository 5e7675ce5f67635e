using System.Buffers.Binary;
using PalActors.Areas.Toolkit.Files;
using PureHDF;
using PureHDF.VOL.Native;

namespace PalActors.Lab.Weights;

/// <summary>Matrices of weights in HDF5: a group per network and area, a dataset per matrix.</summary>
internal static partial class Hdf5Weights
{
    /// <summary>Reads all datasets of a file.</summary>
    /// <exception cref="InputException">It is damaged, or a dataset is no matrix of real numbers.</exception>
    public static StoredWeights Read(string path) => Read(path, "");

    /// <summary>Reads the datasets of a network, or of all of them.</summary>
    /// <param name="path">The file.</param>
    /// <param name="network">Name of the network's group; empty for all.</param>
    /// <exception cref="InputException">
    /// It is damaged, has no such group, or a dataset is no matrix of real numbers.
    /// </exception>
    public static StoredWeights Read(string path, string network)
    {
        List<StoredMatrix> matrices = [];
        try
        {
            CheckLength(path);
            using NativeFile file = H5File.OpenRead(path);
            Read(path, network.Length == 0 ? file : file.Group(network), network, matrices);
        }
        catch (Exception exception) when (exception is not (InputException or OutOfMemoryException))
        {
            // The library has no error of its own for a file that is cut off or damaged.
            throw new InputException(
                $"{path}: the file is damaged or cut off ({exception.Message.ReplaceLineEndings(" ").TrimEnd('.')}); "
                + "valid is an intact HDF5 file.");
        }

        return matrices.Count > 0
            ? new StoredWeights(path, matrices)
            : throw new InputException(
                $"{path}: the file holds no matrix; valid is one with datasets such as area_1/W.");
    }

    // The library reads what is cut off as zeros. A superblock says where the file ends: its place depends on the
    // version, the ninth byte.
    private static void CheckLength(string path)
    {
        Span<byte> block = stackalloc byte[64];
        using FileStream stream = File.OpenRead(path);
        int read = stream.ReadAtLeast(block, block.Length, throwOnEndOfStream: false);
        int at = block[8] switch { 0 => 40, 1 => 44, _ => 28 };
        long end = BinaryPrimitives.ReadInt64LittleEndian(block[at..]);
        if (read < block.Length || end > stream.Length)
            throw new InvalidDataException($"it has {stream.Length} bytes, its header says {end}");
    }

    private static void Read(string path, IH5Group group, string name, List<StoredMatrix> matrices)
    {
        foreach (IH5Object child in group.Children())
        {
            string full = name.Length == 0 ? child.Name : $"{name}/{child.Name}";
            if (child is IH5Group inner)
                Read(path, inner, full, matrices);
            else if (child is IH5Dataset dataset)
                matrices.Add(Read(path, full, dataset));
        }
    }

    private static StoredMatrix Read(string path, string name, IH5Dataset dataset)
    {
        IH5DataType type = dataset.Type;
        bool isSingle = type.Size == sizeof(float);
        if (type.Class != H5DataTypeClass.FloatingPoint || !(isSingle || type.Size == sizeof(double)))
        {
            throw new InputException(
                $"{path}: {name}: the values are {type.Class} of {type.Size} bytes; valid is {NamedArrays.Valid}.");
        }

        long[] shape = [.. dataset.Space.Dimensions.Select(size => checked((long)size))];
        long count = shape.Aggregate(1L, (product, size) => checked(product * size));
        // A damaged header may promise more than there is.
        if (shape.Length is 1 or 2 && count is > 0 && count <= Array.MaxLength)
        {
            return StoredMatrix.Of(path, name, shape, Values(path, name, dataset, isSingle), isSingle);
        }

        throw new InputException(
            $"{path}: {name} is {string.Join(" x ", shape)}; valid is a matrix of rows x columns, or a vector.");
    }

    private static double[] Values(string path, string name, IH5Dataset dataset, bool isSingle)
    {
        try
        {
            return isSingle
                ? Array.ConvertAll(dataset.Read<float[]>(), value => (double)value)
                : dataset.Read<double[]>();
        }
        catch (Exception exception) when (exception.Message.StartsWith("Byte order", StringComparison.Ordinal))
        {
            throw new InputException(
                $"{path}: {name}: the values are big-endian; valid in HDF5 are little-endian ones, in .npz both.");
        }
    }
}
