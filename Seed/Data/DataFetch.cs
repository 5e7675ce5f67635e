using System.IO.Compression;
using PalActors.Areas.Toolkit.Stimuli;

namespace PalActors.Seed.Data;

/// <summary>
/// Brings the files of a data set into a folder. Each is written beside its place, checked, and only then moved there, so a file in its place is whole and right; whatever happens, nothing
/// else is left behind. What is there and right stays; what is there and wrong is somebody's, and only replaced if asked to.
/// </summary>
public sealed class DataFetch(IReadOnlyList<IFileSource> sources, string folder, bool force)
{
    private const long Largest = 1 << 26;

    /// <summary>Brings one file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="progress">Hears of bytes so far and of all, if known.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>From where it came, or null if it was there.</returns>
    /// <exception cref="InputException">No source has it, or something wrong is in its place.</exception>
    public async Task<string?> FetchAsync(DataFile file, Action<long, long?> progress, CancellationToken stop)
    {
        try
        {
            if (!force && MnistFiles.Find(folder, file.Name) is { } there)
            {
                string sum = await Checksum.OfAsync(there, stop).ConfigureAwait(false);
                return sum == file.Md5
                    ? null
                    : throw new InputException($"{there}: the checksum of what is there is {sum}; valid is {file.Md5}; --force replaces it, --folder takes another place.");
            }

            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{folder}: cannot be used: {exception.Message}");
        }

        List<string> failures = [];
        foreach (IFileSource source in sources)
        {
            if (await TryAsync(source, file, progress, stop).ConfigureAwait(false) is not { } failure)
                return source.Name;
            failures.Add($"{source.Name}: {failure.TrimEnd('.')}");
        }

        throw new InputException($"{file.PackedName} cannot be fetched from {string.Join("; from ", failures)}; valid is another place, --from URL, or a folder that has the files, --from DIR.");
    }

    // What went wrong, or null.
    private async Task<string?> TryAsync(IFileSource source, DataFile file, Action<long, long?> progress, CancellationToken stop)
    {
        string beside = Path.Combine(folder, $".{file.PackedName}.{Path.GetRandomFileName()}.part");
        try
        {
            await CopyAsync(source, file, beside, progress, stop).ConfigureAwait(false);
            string sum = await Checksum.OfAsync(beside, stop).ConfigureAwait(false);
            if (sum != file.Md5)
                return $"the checksum is {sum}, and valid is {file.Md5}";
            File.Move(beside, Path.Combine(folder, file.PackedName), overwrite: true);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
        finally
        {
            // After the move there is nothing here to delete.
            File.Delete(beside);
        }
    }

    private static async Task CopyAsync(IFileSource source, DataFile file, string path, Action<long, long?> progress, CancellationToken stop)
    {
        FetchedStream fetched = await source.OpenAsync(file, stop).ConfigureAwait(false);
        using Stream from = fetched.Stream;
        using FileStream to = new(path, FileMode.CreateNew, FileAccess.Write);
        byte[] buffer = new byte[1 << 16];
        int read = await from.ReadAtLeastAsync(buffer, 2, throwOnEndOfStream: false, stop).ConfigureAwait(false);
        // A folder may have the plain file; kept is the packed one, under the name that is read first.
        bool packed = PackedFile.IsPacked(buffer.AsSpan(0, read));
        if (packed)
            await CopyAsync(to).ConfigureAwait(false);
        else
            await PackAsync().ConfigureAwait(false);
        to.Flush(flushToDisk: true);

        async Task PackAsync()
        {
            await using GZipStream packing = new(to, CompressionLevel.Optimal, leaveOpen: true);
            await CopyAsync(packing).ConfigureAwait(false);
        }

        async Task CopyAsync(Stream target)
        {
            long total = 0;
            while (read > 0)
            {
                if ((total += read) > Largest)
                    throw new IOException($"more than {Largest} bytes arrived");
                await target.WriteAsync(buffer.AsMemory(0, read), stop).ConfigureAwait(false);
                progress(total, fetched.Length);
                read = await from.ReadAsync(buffer, stop).ConfigureAwait(false);
            }

            if (fetched.Length is { } length && total != length)
                throw new IOException($"{total} of {length} bytes arrived");
        }
    }
}
