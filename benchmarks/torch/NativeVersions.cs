using System.Buffers.Binary;
using System.Text;

namespace PalActors.TorchBenchmarks;

/// <summary>Versions of other libraries' symbols that a 64-bit ELF library asks for.</summary>
/// <remarks>
/// The package's libLibTorchSharp.so asks for GLIBCXX_3.4.32 of libstdc++, for the sake of one symbol that nothing ever
/// calls (it marks that iostreams are used); Debian 12 has 3.4.30. A version that is marked as weak may be missing.
/// </remarks>
internal static class NativeVersions
{
    // Of the ELF format: sections of needed versions, and the flag of one that may be missing.
    private const uint VersionNeeds = 0x6ffffffe;
    private const ushort Weak = 2;
    private const string Library = "libLibTorchSharp.so";
    private const string Version = "GLIBCXX_3.4.32";

    /// <summary>Marks the version as weak in this program's copy of the library.</summary>
    public static void Relax()
    {
        string path = Path.Combine(AppContext.BaseDirectory, Library);
        byte[] file = File.ReadAllBytes(path);
        if (!Relax(file))
            return;
        // A new file: the old one may be a link into the package.
        string copy = path + ".relaxed";
        File.WriteAllBytes(copy, file);
        File.Move(copy, path, overwrite: true);
    }

    private static bool Relax(byte[] file)
    {
        int sections = (int)Long(file, 0x28), size = Short(file, 0x3a), count = Short(file, 0x3c);
        bool changed = false;
        for (int section = sections; section < sections + (count * size); section += size)
        {
            if (Word(file, section + 4) != VersionNeeds)
                continue;
            int names = (int)Long(file, sections + ((int)Word(file, section + 0x28) * size) + 0x18);
            changed |= Relax(file, (int)Long(file, section + 0x18), names);
        }

        return changed;
    }

    // A chain of libraries, each with a chain of versions.
    private static bool Relax(byte[] file, int need, int names)
    {
        bool changed = false;
        for (int next = -1; next != 0; need += next)
        {
            next = (int)Word(file, need + 12);
            int version = need + (int)Word(file, need + 8);
            for (int step = -1; step != 0; version += step)
            {
                step = (int)Word(file, version + 12);
                if (Name(file, names + (int)Word(file, version + 8)) != Version || Short(file, version + 4) == Weak)
                    continue;
                BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(version + 4), Weak);
                changed = true;
            }
        }

        return changed;
    }

    private static string Name(byte[] file, int at) =>
        Encoding.ASCII.GetString(file.AsSpan(at, file.AsSpan(at).IndexOf((byte)0)));

    private static ushort Short(byte[] file, int at) => BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at));

    private static uint Word(byte[] file, int at) => BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at));

    private static long Long(byte[] file, int at) => BinaryPrimitives.ReadInt64LittleEndian(file.AsSpan(at));
}
