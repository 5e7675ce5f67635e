using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Akka.Actor;
using Hyperion;
using PalActors.Clustering.Nodes;
using PalActors.Clustering.Wire;
using PalActors.Messages.Control;

namespace PalActors.Cluster.Tests.Wire;

/// <summary>An actor system with our serializers, and an unrestricted one as an attacker would use.</summary>
public sealed class WireFixture : IDisposable
{
    private static readonly ConcurrentDictionary<(bool, bool, bool, bool), Serializer> s_unrestricted = new();

    private static readonly Serializer s_listed = new(new SerializerOptions(
        versionTolerance: false,
        preserveObjectReferences: false,
        surrogates: null,
        serializerFactories: null,
        knownTypes: null,
        ignoreISerializable: true,
        packageNameOverrides: null,
        disallowUnsafeTypes: true,
        typeFilter: new ControlTypes()));

    private static readonly byte[] s_layout = LayoutOf(new RunOverHeard());

    public ActorSystem System { get; } = ActorSystem.Create("wire", ActorSystems.Configuration(1, 1));

    /// <summary>Makes a payload without any restriction, by a serializer with the given flags.</summary>
    public static byte[] Unrestricted(
        object value, bool versionTolerance = false, bool references = false, bool ignoreISerializable = true,
        bool known = false)
    {
        Serializer serializer = s_unrestricted.GetOrAdd(
            (versionTolerance, references, ignoreISerializable, known),
            _ => new(new SerializerOptions(
                versionTolerance, references, surrogates: null, serializerFactories: null,
                knownTypes: known ? ControlTypes.Allowed : null, ignoreISerializable, packageNameOverrides: null,
                disallowUnsafeTypes: false, typeFilter: DisabledTypeFilter.Instance)));
        using MemoryStream stream = new();
        serializer.Serialize(value, stream);
        return stream.ToArray();
    }

    /// <summary>Adds the seal of this build to a payload, so that it passes the check for damage.</summary>
    public static byte[] Sealed(byte[] payload)
    {
        byte[] hash = SHA256.HashData(payload)[..8];
        return [.. hash.Select((part, i) => (byte)(part ^ s_layout[i])), .. payload];
    }

    /// <summary>Adds the seal of messages that all builds read to a payload.</summary>
    public static byte[] SealedForAll(byte[] payload) => [.. SHA256.HashData(payload)[..8], .. payload];

    /// <summary>Reads a payload by a serializer that has only our list of types.</summary>
    public static object Listed(byte[] bytes)
    {
        using MemoryStream stream = new(bytes);
        return s_listed.Deserialize<object>(stream);
    }

    /// <summary>Writes a whole message as text, for comparison.</summary>
    public static string Text(object message) =>
        $"{message.GetType()} {JsonSerializer.Serialize(message, message.GetType())}";

    // Finds the part of a seal besides the checksum of its bytes, from a message as we write it.
    private static byte[] LayoutOf(IControlMessage message)
    {
        using ActorSystem system = ActorSystem.Create("layout");
        byte[] bytes = new HyperionControlSerializer((ExtendedActorSystem)system).ToBinary(message);
        return [.. SHA256.HashData(bytes[8..])[..8].Select((part, i) => (byte)(part ^ bytes[i]))];
    }

    public void Dispose() => System.Dispose();
}
