using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Configuration;
using Akka.Remote.Serialization;
using Akka.Serialization;
using PalActors.Clustering.Wire;

namespace PalActors.Cluster.Tests.Nodes;

/// <summary>Bytes that an attacker sends as they are.</summary>
public abstract record RawPayload(byte[] Bytes, string Manifest);

/// <summary>Bytes in the name of our control serializer.</summary>
public sealed record RawControl(byte[] Bytes, string Manifest) : RawPayload(Bytes, Manifest);

/// <summary>Bytes in the name of our frame serializer.</summary>
public sealed record RawFrame(byte[] Bytes, string Manifest) : RawPayload(Bytes, Manifest);

/// <summary>Bytes in the name of Akka's default serializer, whose manifest is a type.</summary>
public sealed record RawJson(byte[] Bytes, string Manifest) : RawPayload(Bytes, Manifest);

/// <summary>Bytes in the name of Akka's serializer of messages to selections.</summary>
public sealed record RawSelection(byte[] Bytes, string Manifest) : RawPayload(Bytes, Manifest);

/// <summary>Bytes in the name of an unknown serializer.</summary>
public sealed record RawUnknown(byte[] Bytes, string Manifest) : RawPayload(Bytes, Manifest);

/// <summary>Writes raw payloads as they are, and all else as the correct serializer does.</summary>
public abstract class HostileSerializer(ExtendedActorSystem system, Serializer? correct)
    : SerializerWithStringManifest(system)
{
    public override string Manifest(object o) => o is RawPayload raw
        ? raw.Manifest
        : (correct as SerializerWithStringManifest)?.Manifest(o) ?? "";

    public override byte[] ToBinary(object obj) => obj is RawPayload raw ? raw.Bytes : correct!.ToBinary(obj);

    public override object FromBinary(byte[] bytes, string manifest) => correct switch
    {
        SerializerWithStringManifest named => named.FromBinary(bytes, manifest),
        { } other => other.FromBinary(bytes, null),
        null => throw new SerializationException("not for us"),
    };
}

public sealed class HostileControlSerializer(ExtendedActorSystem system)
    : HostileSerializer(system, new HyperionControlSerializer(system))
{
    public override int Identifier => -5;
}

public sealed class HostileFrameSerializer(ExtendedActorSystem system)
    : HostileSerializer(system, new FrameSerializer(system))
{
    public override int Identifier => 7301;
}

public sealed class HostileSelectionSerializer(ExtendedActorSystem system)
    : HostileSerializer(system, new MessageContainerSerializer(system))
{
    public override int Identifier => 6;
}

public sealed class HostileUnknownSerializer(ExtendedActorSystem system) : HostileSerializer(system, null)
{
    public override int Identifier => 424_242;
}

/// <summary>Replaces Akka's default serializer; the settings that it is made with are ignored.</summary>
public sealed class HostileJsonSerializer : HostileSerializer
{
    public HostileJsonSerializer(ExtendedActorSystem system, Config settings)
        : base(system, null) => _ = settings;

    public override int Identifier => 1;
}
