using System.Runtime.Serialization;
using System.Security.Cryptography;
using Akka.Actor;
using Hyperion;
using PalActors.Messages.Control;
using Serializer = Akka.Serialization.Serializer;

namespace PalActors.Clustering.Wire;

/// <summary>
/// Carries the control plane by Hyperion, behind a list of allowed types, without object references and version tolerance. Bound under the
/// name <c>hyperion</c> and with the identifier of Akka.Serialization.Hyperion, so that the official package can take its place in configuration.
/// </summary>
public sealed class HyperionControlSerializer : Serializer
{
    private const int SealSize = 8;

    private readonly Hyperion.Serializer _hyperion;

    /// <summary>Makes the serializer.</summary>
    public HyperionControlSerializer(ExtendedActorSystem system)
        : base(system) => _hyperion = new Hyperion.Serializer(new SerializerOptions(
            versionTolerance: false,
            preserveObjectReferences: false,
            surrogates: null,
            serializerFactories: null,
            knownTypes: ControlTypes.Allowed,
            ignoreISerializable: true,
            packageNameOverrides: null,
            disallowUnsafeTypes: true,
            typeFilter: new ControlTypes()));

    /// <inheritdoc/>
    public override int Identifier => -5;

    /// <inheritdoc/>
    public override bool IncludeManifest => false;

    /// <inheritdoc/>
    public override byte[] ToBinary(object obj)
    {
        using MemoryStream stream = new();
        stream.Write(stackalloc byte[SealSize]);
        _hyperion.Serialize(obj, stream);
        byte[] bytes = stream.ToArray();
        Seal(bytes.AsSpan(SealSize), bytes);
        return bytes;
    }

    /// <inheritdoc/>
    /// <exception cref="SerializationException">The payload is damaged, holds a type that is not allowed, or is no control message.</exception>
    public override object FromBinary(byte[] bytes, Type? type)
    {
        Span<byte> seal = stackalloc byte[SealSize];
        if (bytes.Length <= SealSize)
            throw new SerializationException($"A control message has more than {SealSize} bytes, this has {bytes.Length}.");
        Seal(bytes.AsSpan(SealSize), seal);
        if (!seal.SequenceEqual(bytes.AsSpan(0, SealSize)))
            throw new SerializationException($"A control message of {bytes.Length} bytes is damaged: its seal does not fit.");
        try
        {
            using MemoryStream stream = new(bytes, SealSize, bytes.Length - SealSize, writable: false);
            IControlMessage message = _hyperion.Deserialize<object>(stream) as IControlMessage ?? throw new SerializationException("The payload is not a control message.");
            // Hyperion fills fields without asking constructors or annotations; handlers rely on both.
            if (Wholeness.FirstMissing(message) is { } missing)
                throw new SerializationException($"A control message lacks {missing}.");
            return message;
        }
        catch (Exception e) when (e is not (SerializationException or StackOverflowException))
        {
            // Whatever Hyperion throws at junk must not tear the connection down.
            throw new SerializationException($"A control message of {bytes.Length} bytes cannot be read: {e.Message}", e);
        }
    }

    // Hyperion believes every length it reads and makes room for it. A checksum in front keeps damaged payloads from it; against a peer that
    // means harm and can compute it, mutual TLS is the boundary.
    private static void Seal(ReadOnlySpan<byte> payload, Span<byte> seal)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(payload, hash);
        hash[..SealSize].CopyTo(seal);
    }
}
