using System.IO.Compression;
using PalActors.Areas.Toolkit.Files;

namespace PalActors.Lab.Data;

/// <summary>Writes the bytes of a source to the disk, packed unless the file is kept as it comes.</summary>
internal static class FetchedFile
{
    private const long Largest = 1 << 26;

    /// <summary>Copies a file, and returns once the copy is on the disk.</summary>
    /// <param name="source">The source.</param>
    /// <param name="file">The file.</param>
    /// <param name="path">Path of the copy; there is none yet.</param>
    /// <param name="progress">Receives the number of bytes so far, and of all if known.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>True if the copy is packed.</returns>
    /// <exception cref="IOException">It cannot be read or written, is too large, or of another length.</exception>
    public static async Task<bool> CopyAsync(
        IFileSource source, DataFile file, string path, Action<long, long?> progress, CancellationToken stop)
    {
        FetchedStream fetched = await source.OpenAsync(file, stop).ConfigureAwait(false);
        using Stream from = fetched.Stream;
        using FileStream to = new(path, FileMode.CreateNew, FileAccess.Write);
        byte[] buffer = new byte[1 << 16];
        int read = await from.ReadAtLeastAsync(buffer, 2, throwOnEndOfStream: false, stop).ConfigureAwait(false);
        // A folder may have the plain file; the packed one is kept, under the name that is read first.
        bool packed = PackedFile.IsPacked(buffer.AsSpan(0, read));
        if (packed || !file.IsKeptPacked)
            await CopyBytesAsync(to).ConfigureAwait(false);
        else
            await PackAsync().ConfigureAwait(false);
        to.Flush(flushToDisk: true);
        return packed || file.IsKeptPacked;

        async Task PackAsync()
        {
            await using GZipStream packing = new(to, CompressionLevel.Optimal, leaveOpen: true);
            await CopyBytesAsync(packing).ConfigureAwait(false);
        }

        async Task CopyBytesAsync(Stream target)
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
