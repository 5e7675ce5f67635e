using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PalActors.Clustering.Snapshots;

/// <summary>Writes and reads a small object as a line of JSON with a seal.</summary>
/// <remarks>
/// The last member, <c>"sha256"</c>, is the hash of every byte before it, and the text after it is fixed, so any
/// changed byte is noticed. The member <c>"version"</c> is checked before all others.
/// </remarks>
public static class SealedJson
{
    // The seal's own text is the same in every version.
    private static readonly byte[] s_before = Encoding.ASCII.GetBytes(",\"sha256\":\"");
    private static readonly byte[] s_after = Encoding.ASCII.GetBytes("\"}\n");
    private static readonly int s_size = s_before.Length + (2 * SHA256.HashSizeInBytes) + s_after.Length;

    private static readonly JsonSerializerOptions s_options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        // A value that was not measured is NaN.
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>Encodes an object, which has a member <c>Version</c>.</summary>
    public static byte[] Write<T>(T value)
    {
        ReadOnlySpan<byte> body = JsonSerializer.SerializeToUtf8Bytes(value, s_options).AsSpan()[..^1];
        return [.. body, .. s_before, .. Seal(body), .. s_after];
    }

    /// <summary>Decodes an object.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="version">The version that this build reads.</param>
    /// <exception cref="SnapshotFormatException">The bytes are no undamaged output of <see cref="Write"/>.</exception>
    /// <exception cref="FileVersionException">They are intact and of another version.</exception>
    public static T Read<T>(ReadOnlySpan<byte> bytes, int version)
    {
        if (bytes.Length <= s_size)
            throw new SnapshotFormatException($"It has {bytes.Length} bytes; its seal alone has {s_size}.");
        ReadOnlySpan<byte> body = bytes[..^s_size], seal = bytes[body.Length..];
        if (!seal.StartsWith(s_before)
            || !seal.EndsWith(s_after)
            || !seal[s_before.Length..^s_after.Length].SequenceEqual(Seal(body)))
        {
            throw new SnapshotFormatException("It is damaged: it does not end with the SHA-256 of what is before.");
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse((byte[])[.. body, (byte)'}']);
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("version", out JsonElement found))
                throw new SnapshotFormatException("It has no version.");
            if (found.ValueKind != JsonValueKind.Number || !found.TryGetInt32(out int number) || number != version)
            {
                throw new FileVersionException(
                    $"It is of version {found.GetRawText()} of the format; this build reads version {version}.");
            }

            return document.Deserialize<T>(s_options) ?? throw new SnapshotFormatException("It is null.");
        }
        catch (JsonException exception)
        {
            throw new SnapshotFormatException($"It is not what it should be: {exception.Message}", exception);
        }
    }

    private static byte[] Seal(ReadOnlySpan<byte> body) =>
        Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(body)));
}
