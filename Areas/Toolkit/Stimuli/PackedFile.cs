using System.Buffers.Binary;
using System.IO.Compression;

namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Opens a file that may be packed with gzip; its first two bytes tell, whatever its name.</summary>
public static class PackedFile
{
    /// <summary>What deflate can at best make of one byte.</summary>
    public const int LargestRatio = 1032;

    /// <summary>The unpacked bytes of a file.</summary>
    public static Stream Open(string path, out bool packed)
    {
        FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);
        try
        {
            Span<byte> first = stackalloc byte[2];
            packed = IsPacked(first[..file.ReadAtLeast(first, first.Length, throwOnEndOfStream: false)]);
            file.Position = 0;
            return packed ? new GZipStream(file, CompressionMode.Decompress) : file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Whether a packed file ends with the length of what it unpacks to, as gzip files do. GZipStream checks the sum in the last eight bytes where it finds them, but says nothing
    /// where they are cut off.
    /// </summary>
    public static bool EndsWith(string path, long unpacked)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        Span<byte> last = stackalloc byte[4];
        file.Position = Math.Max(0, file.Length - last.Length);
        return file.ReadAtLeast(last, last.Length, throwOnEndOfStream: false) == last.Length && BinaryPrimitives.ReadUInt32LittleEndian(last) == (uint)unpacked;
    }

    /// <summary>Whether these are the first bytes of a gzip: two are enough.</summary>
    public static bool IsPacked(ReadOnlySpan<byte> first) => first is [0x1f, 0x8b, ..];
}
