using System.Security.Cryptography;
using System.Text.Json;
using Akka.Actor;
using Hyperion;
using PalActors.Clustering.Nodes;
using PalActors.Clustering.Wire;

namespace PalActors.Cluster.Tests.Wire;

/// <summary>An actor system with our serializers, an unrestricted one as an attacker would use, and equality of whole messages.</summary>
public sealed class WireFixture : IDisposable
{
    private static readonly Serializer s_unrestricted = new(new SerializerOptions(
        versionTolerance: false, preserveObjectReferences: false, surrogates: null, serializerFactories: null, knownTypes: null,
        ignoreISerializable: true, packageNameOverrides: null, disallowUnsafeTypes: false, typeFilter: DisabledTypeFilter.Instance));

    private static readonly Serializer s_listed = new(new SerializerOptions(
        versionTolerance: false, preserveObjectReferences: false, surrogates: null, serializerFactories: null, knownTypes: null,
        ignoreISerializable: true, packageNameOverrides: null, disallowUnsafeTypes: true, typeFilter: new ControlTypes()));

    public ActorSystem System { get; } = ActorSystem.Create("wire", ActorSystems.Configuration(1, 1));

    /// <summary>A payload without any restriction.</summary>
    public static byte[] Unrestricted(object value)
    {
        using MemoryStream stream = new();
        s_unrestricted.Serialize(value, stream);
        return stream.ToArray();
    }

    /// <summary>A payload with the seal that lets it past the check for damage: whoever knows the protocol can make it.</summary>
    public static byte[] Sealed(byte[] payload) => [.. SHA256.HashData(payload)[..8], .. payload];

    /// <summary>What a payload is to a reader that knows nothing but our list of types.</summary>
    public static object Listed(byte[] bytes)
    {
        using MemoryStream stream = new(bytes);
        return s_listed.Deserialize<object>(stream);
    }

    /// <summary>All that a message holds, as text.</summary>
    public static string Text(object message) => $"{message.GetType()} {JsonSerializer.Serialize(message, message.GetType())}";

    public void Dispose() => System.Dispose();
}
