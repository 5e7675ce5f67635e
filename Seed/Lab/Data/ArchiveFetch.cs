using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;

namespace PalActors.Lab.Data;

/// <summary>Fetches the archive of a data set, checks it, and unpacks the files that are needed.</summary>
/// <remarks>
/// All of it happens in a folder beside their place, which is removed in the end; <see cref="DataFetch"/> takes the
/// files from there. Names in the archive choose files, never paths.
/// </remarks>
/// <param name="archive">The archive.</param>
/// <param name="files">Files of the data set.</param>
/// <param name="sources">Sources of the archive.</param>
/// <param name="folder">Folder that the files will be in.</param>
internal sealed class ArchiveFetch(
    DataArchive archive, IReadOnlyList<DataFile> files, IReadOnlyList<IFileSource> sources, string folder) : IDisposable
{
    private const long LargestFile = 1 << 26;

    private readonly string _beside = Path.Combine(folder, $".{archive.PackedName}.{Path.GetRandomFileName()}.part");

    /// <summary>The unpacked files as a source.</summary>
    public IFileSource Unpacked => new FolderSource(_beside, archive.PackedName);

    /// <summary>Fetches and unpacks the archive.</summary>
    /// <param name="progress">Receives the number of bytes so far, and of all if known.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>The name of the source that had it.</returns>
    /// <exception cref="InputException">No source has it.</exception>
    public Task<string> FetchAsync(Action<long, long?> progress, CancellationToken stop)
    {
        DataFetch.Prepare(_beside);
        return FirstSource.TakeAsync(sources, archive.PackedName, source => TryAsync(source, progress, stop));
    }

    /// <summary>Removes what was fetched and unpacked.</summary>
    public void Dispose()
    {
        if (Directory.Exists(_beside))
            Directory.Delete(_beside, recursive: true);
    }

    private async Task<string?> TryAsync(IFileSource source, Action<long, long?> progress, CancellationToken stop)
    {
        string path = Path.Combine(_beside, archive.PackedName);
        try
        {
            string sum = await CopyAsync(source, path, progress, stop).ConfigureAwait(false);
            if (sum != archive.Sha256)
                return $"the SHA-256 is {sum}, and valid is {archive.Sha256}";
            await UnpackAsync(path, stop).ConfigureAwait(false);
            return null;
        }
        catch (Exception exception) when (exception is InvalidDataException or FormatException)
        {
            return $"the archive is damaged: {exception.Message}";
        }
        finally
        {
            File.Delete(path);
        }
    }

    private async Task<string> CopyAsync(
        IFileSource source, string path, Action<long, long?> progress, CancellationToken stop)
    {
        FetchedStream fetched = await source.OpenAsync(archive.File, stop).ConfigureAwait(false);
        using Stream from = fetched.Stream;
        if (fetched.Length is { } length && length != archive.Bytes)
            throw new IOException($"the archive has {length} bytes, and valid is {archive.Bytes}");
        using FileStream to = new(path, FileMode.CreateNew, FileAccess.Write);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        while (await from.ReadAsync(buffer, stop).ConfigureAwait(false) is > 0 and int read)
        {
            if ((total += read) > archive.Bytes)
                throw new IOException($"more than {archive.Bytes} bytes arrived");
            hash.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), stop).ConfigureAwait(false);
            progress(total, archive.Bytes);
        }

        return total == archive.Bytes
            ? Convert.ToHexStringLower(hash.GetHashAndReset())
            : throw new IOException($"{total} of {archive.Bytes} bytes arrived");
    }

    private async Task UnpackAsync(string path, CancellationToken stop)
    {
        await using FileStream packed = new(path, FileMode.Open, FileAccess.Read);
        await using GZipStream tar = new(packed, CompressionMode.Decompress);
        await using TarReader reader = new(tar);
        HashSet<string> missing = [.. files.Select(file => file.Name)];
        while (missing.Count > 0)
        {
            TarEntry entry = await reader.GetNextEntryAsync(copyData: false, stop).ConfigureAwait(false)
                ?? throw new InvalidDataException($"there is no {string.Join(", ", missing.Order())}");
            string name = Path.GetFileName(entry.Name);
            if (entry.DataStream is not { } data || !missing.Remove(name))
                continue;
            if (entry.Length > LargestFile)
                throw new InvalidDataException($"{name} has {entry.Length} bytes");
            await using FileStream to = new(Path.Combine(_beside, name), FileMode.Create, FileAccess.Write);
            await data.CopyToAsync(to, stop).ConfigureAwait(false);
        }
    }
}
