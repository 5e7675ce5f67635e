using System.Buffers.Binary;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace PalActors.Clustering.Wire;

/// <summary>Checksum before a control message: of its bytes and of the layout by which they are read.</summary>
/// <remarks>
/// Hyperion allocates whatever length it reads, and reads bytes of other settings, types or fields as wrong values. The
/// seal prevents both; against a hostile peer, who can compute it, mutual TLS is the boundary.
/// </remarks>
internal static class ControlSeal
{
    /// <summary>Bytes of a seal.</summary>
    public const int Size = sizeof(ulong);

    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;

    private static readonly ulong s_layout =
        Of(Encoding.UTF8.GetBytes(string.Join('\n', ControlTypes.Allowed.Select(Layout))));

    /// <summary>Computes the seal of a payload that holds a message of a type.</summary>
    public static ulong Of(ReadOnlySpan<byte> payload, Type message) =>
        ControlTypes.ReadByAllBuilds.Contains(message) ? Of(payload) : Of(payload) ^ s_layout;

    /// <summary>Checks whether a seal fits a payload of this layout, or a message that all builds read.</summary>
    public static bool IsKnown(ulong seal, ReadOnlySpan<byte> payload)
    {
        ulong plain = Of(payload);
        return seal == plain || seal == (plain ^ s_layout);
    }

    private static ulong Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }

    private static string Layout(Type type)
    {
        IEnumerable<string> fields = type.GetFields(Fields).Select(field => $"{field.Name} {field.FieldType}");
        return $"{type}({string.Join(',', fields.Order(StringComparer.Ordinal))})";
    }
}
