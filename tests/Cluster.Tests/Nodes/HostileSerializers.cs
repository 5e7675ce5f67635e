using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Configuration;
using Akka.Serialization;
using PalActors.Clustering.Wire;

namespace PalActors.Cluster.Tests.Nodes;

/// <summary>Bytes that an attacker puts on the wire as they are.</summary>
public abstract record RawPayload(byte[] Bytes, string Manifest);

/// <summary>In the name of our control serializer.</summary>
public sealed record RawControl(byte[] Bytes, string Manifest) : RawPayload(Bytes, Manifest);

/// <summary>In the name of our frame serializer.</summary>
public sealed record RawFrame(byte[] Bytes, string Manifest) : RawPayload(Bytes, Manifest);

/// <summary>In the name of Akka's default serializer, whose manifest is a type.</summary>
public sealed record RawJson(byte[] Bytes, string Manifest) : RawPayload(Bytes, Manifest);

/// <summary>In the name of a serializer that nobody has.</summary>
public sealed record RawUnknown(byte[] Bytes, string Manifest) : RawPayload(Bytes, Manifest);

/// <summary>Writes raw payloads as they are, and all else as the honest serializer of the same identifier does.</summary>
public abstract class HostileSerializer(ExtendedActorSystem system, Serializer? honest) : SerializerWithStringManifest(system)
{
    public override string Manifest(object o) => o is RawPayload raw ? raw.Manifest : (honest as SerializerWithStringManifest)?.Manifest(o) ?? "";

    public override byte[] ToBinary(object obj) => obj is RawPayload raw ? raw.Bytes : honest!.ToBinary(obj);

    public override object FromBinary(byte[] bytes, string manifest) => honest switch
    {
        SerializerWithStringManifest named => named.FromBinary(bytes, manifest),
        { } other => other.FromBinary(bytes, null),
        null => throw new SerializationException("not for us"),
    };
}

public sealed class HostileControlSerializer(ExtendedActorSystem system) : HostileSerializer(system, new HyperionControlSerializer(system))
{
    public override int Identifier => -5;
}

public sealed class HostileFrameSerializer(ExtendedActorSystem system) : HostileSerializer(system, new FrameSerializer(system))
{
    public override int Identifier => 7301;
}

public sealed class HostileUnknownSerializer(ExtendedActorSystem system) : HostileSerializer(system, null)
{
    public override int Identifier => 424_242;
}

/// <summary>In the place of Akka's default serializer; it is made with settings, which mean nothing here.</summary>
public sealed class HostileJsonSerializer : HostileSerializer
{
    public HostileJsonSerializer(ExtendedActorSystem system, Config settings)
        : base(system, null) => _ = settings;

    public override int Identifier => 1;
}
