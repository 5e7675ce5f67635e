using System.Security.Cryptography;
using PalActors.Areas.Toolkit.Files;

namespace PalActors.Lab.Data;

/// <summary>Checksums of files as they are published: MD5, mostly of the unpacked bytes.</summary>
/// <remarks>They detect damage and mix-ups, not malice.</remarks>
internal static class Checksum
{
    private const long Largest = 1L << 28;

    /// <summary>The checksum of the bytes of a file as they are.</summary>
    /// <returns>Lower-case hexadecimal digits.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static async Task<string> OfPackedAsync(string path, CancellationToken stop)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        return Convert.ToHexStringLower(await MD5.HashDataAsync(stream, stop).ConfigureAwait(false));
    }

    /// <summary>The checksum of a file.</summary>
    /// <returns>Lower-case hexadecimal digits.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="DataFileException">It cannot be unpacked; the message is a clause.</exception>
    public static async Task<string> OfAsync(string path, CancellationToken stop)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        byte[] buffer = new byte[1 << 16];
        try
        {
            using Stream stream = PackedFile.Open(path, out bool packed);
            long total = 0;
            while (await stream.ReadAsync(buffer, stop).ConfigureAwait(false) is > 0 and int read)
            {
                // A few packed bytes may unpack to very many.
                if ((total += read) > Largest)
                    throw new DataFileException($"it has more than {Largest} bytes");
                hash.AppendData(buffer, 0, read);
            }

            if (packed && !PackedFile.EndsWith(path, total))
                throw new DataFileException("the gzip is cut off");
        }
        catch (InvalidDataException)
        {
            throw new DataFileException("the gzip is damaged");
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
