using System.IO.Compression;

namespace PalActors.Areas.Toolkit.Files;

/// <summary>Named arrays of numpy in a zip archive, stored or deflated.</summary>
internal sealed class NpzFormat : IDataFormat
{
    private const string Ending = ".npy";

    /// <inheritdoc/>
    public string Name => ".npz";

    /// <inheritdoc/>
    public string Summary => "named arrays of numpy, stored or compressed";

    /// <inheritdoc/>
    public bool Suits(string path, ReadOnlySpan<byte> first) => first.StartsWith("PK\x03\x04"u8);

    /// <inheritdoc/>
    public IReadOnlyList<FilePart> Parts(string path)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        List<FilePart> parts = [];
        foreach (ZipArchiveEntry entry in Arrays(archive))
            parts.Add(PartOf(path, entry));
        return parts;
    }

    /// <inheritdoc/>
    public FileContent Read(string path, FileRequest request)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        return new FileContent(
            Read(path, archive, request.Inputs, "inputs", reader => reader.ReadRows()),
            Read(path, archive, request.Labels, "labels", reader => reader.ReadLabels()),
            Read(path, archive, request.Targets, "targets", reader => reader.ReadRows()));
    }

    // Others may hold what is not read: that is no reason to refuse them all.
    private static FilePart PartOf(string path, ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        try
        {
            ArrayOutline outline = NpyHeader.Read(stream, Where(path, entry), out _);
            return new FilePart(NameOf(entry), outline.Description, outline.Sizes);
        }
        catch (DataFileException)
        {
            return new FilePart(NameOf(entry), "a type that is not read", []);
        }
    }

    private static T? Read<T>(
        string path, ZipArchive archive, IReadOnlyList<string>? names, string key, Func<ArrayReader, T> read)
        where T : class
    {
        if (names is null)
            return null;
        ZipArchiveEntry[] arrays = [.. Arrays(archive)];
        ZipArchiveEntry? entry = names is [string name]
            ? arrays.FirstOrDefault(array => NameOf(array) == name)
            : null;
        if (entry is null)
        {
            string given = names.Count == 0 ? "not given" : string.Join(", ", names);
            throw new DataFileException(
                $"{path}: {key} is {given}; valid is one of the arrays {string.Join(", ", arrays.Select(NameOf))}.");
        }

        string where = Where(path, entry);
        using CheckedStream stream = new(entry.Open(), entry.Crc32, where);
        ArrayOutline outline = NpyHeader.Read(stream, where, out int length);
        UInt128 most = UInt128.Min(
            (UInt128)(entry.Length - length), (UInt128)entry.CompressedLength * PackedFile.LargestRatio);
        Action report = () => ReadingProgress.Report(path, stream.Count, entry.Length);
        return read(new ArrayReader(new ArrayBytes(stream, most, report), outline, where));
    }

    private static IEnumerable<ZipArchiveEntry> Arrays(ZipArchive archive) =>
        archive.Entries.Where(entry => entry.FullName.EndsWith(Ending, StringComparison.Ordinal));

    private static string NameOf(ZipArchiveEntry entry) => entry.FullName[..^Ending.Length];

    private static string Where(string path, ZipArchiveEntry entry) => $"{path}: {NameOf(entry)}";
}
