namespace PalActors.Areas.Toolkit.Files;

/// <summary>Images as in CIFAR-10's binary version, plain or gzip: a label, then 3 x 32 x 32 pixels.</summary>
internal sealed class CifarFormat : IDataFormat
{
    private const string Images = "images", Labels = "labels";
    private const string Ending = ".bin";

    private static readonly int[] s_shape = [3, 32, 32];
    private static readonly int s_pixels = s_shape.Aggregate((product, size) => product * size);

    /// <inheritdoc/>
    public string Name => "CIFAR-10 binary";

    /// <inheritdoc/>
    public string Summary => "a label and 3 x 32 x 32 bytes an image, in a file that ends in .bin";

    /// <inheritdoc/>
    public bool Suits(string path, ReadOnlySpan<byte> first)
    {
        string plain = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        return plain.EndsWith(Ending, StringComparison.OrdinalIgnoreCase);
    }

    /// <inheritdoc/>
    public IReadOnlyList<FilePart> Parts(string path)
    {
        long images = Bytes(path).Length / (1 + s_pixels);
        return
        [
            new FilePart(Images, "uint8", [images, .. s_shape.Select(size => (long)size)]),
            new FilePart(Labels, "uint8", [images]),
        ];
    }

    /// <inheritdoc/>
    public FileContent Read(string path, FileRequest request)
    {
        Check(path, request.Inputs, Images, "inputs");
        Check(path, request.Labels, Labels, "labels");
        if (request.Targets is not null)
            throw new DataFileException($"{path}: the images have labels; valid is labels in place of targets.");
        byte[] all = Bytes(path);
        int images = all.Length / (1 + s_pixels);
        byte[] pixels = new byte[images * s_pixels];
        LabelCollector labels = new();
        Span<char> text = stackalloc char[3];
        for (int image = 0; image < images; image++)
        {
            ReadOnlySpan<byte> record = all.AsSpan(image * (1 + s_pixels), 1 + s_pixels);
            record[1..].CopyTo(pixels.AsSpan(image * s_pixels));
            record[0].TryFormat(text, out int length);
            labels.Add(text[..length]);
        }

        return new FileContent(
            request.Inputs is null ? null : new RowTable<byte>(pixels, images, s_shape),
            request.Labels is null ? null : labels.Collected(),
            null);
    }

    private static void Check(string path, IReadOnlyList<string>? names, string valid, string key)
    {
        if (names is null or [] || (names.Count == 1 && names[0] == valid))
            return;
        throw new DataFileException($"{path}: {key} is {string.Join(", ", names)}; valid is {valid}.");
    }

    private static byte[] Bytes(string path)
    {
        using Stream stream = PackedFile.Open(path, out bool packed);
        using MemoryStream all = new();
        stream.CopyTo(all);
        if (packed && !PackedFile.EndsWith(path, all.Length))
            throw new InvalidDataException("its end is cut off, or something stands behind it");
        return all.Length > 0 && all.Length % (1 + s_pixels) == 0
            ? all.ToArray()
            : throw new DataFileException(
                $"{path}: the file has {all.Length} bytes; valid is a multiple of {1 + s_pixels}, "
                + "a label and the pixels of each image.");
    }
}
