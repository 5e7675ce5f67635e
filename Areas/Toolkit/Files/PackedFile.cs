using System.Buffers.Binary;
using System.IO.Compression;

namespace PalActors.Areas.Toolkit.Files;

/// <summary>Opens files that may be packed with gzip.</summary>
/// <remarks>The first two bytes tell whether a file is packed, whatever its name.</remarks>
public static class PackedFile
{
    /// <summary>Largest number of bytes that deflate can make of one byte.</summary>
    public const int LargestRatio = 1032;

    /// <summary>Finds the file of this name in a folder.</summary>
    /// <returns>Null if there is neither the packed nor the plain file.</returns>
    public static string? Find(string folder, string name)
    {
        string plain = Path.Combine(folder, name), packed = plain + ".gz";
        return File.Exists(packed) ? packed : File.Exists(plain) ? plain : null;
    }

    /// <summary>Opens the unpacked bytes of a file.</summary>
    public static Stream Open(string path, out bool packed)
    {
        FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);
        try
        {
            Stream unpacked = Unpack(file);
            packed = unpacked != file;
            return unpacked;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The unpacked bytes of a file that is open.</summary>
    internal static Stream Unpack(FileStream file)
    {
        Span<byte> first = stackalloc byte[2];
        int read = file.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return IsPacked(first[..read]) ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    /// <summary>Checks whether a packed file ends with its unpacked length, as gzip files do.</summary>
    /// <remarks>
    /// GZipStream checks the sum in the last eight bytes where it finds them, but accepts a file where they are cut
    /// off.
    /// </remarks>
    public static bool EndsWith(string path, long unpacked)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        Span<byte> last = stackalloc byte[4];
        file.Position = Math.Max(0, file.Length - last.Length);
        return file.ReadAtLeast(last, last.Length, throwOnEndOfStream: false) == last.Length
            && BinaryPrimitives.ReadUInt32LittleEndian(last) == (uint)unpacked;
    }

    /// <summary>Checks whether these are the first bytes of a gzip, for which two are enough.</summary>
    public static bool IsPacked(ReadOnlySpan<byte> first) => first is [0x1f, 0x8b, ..];
}
