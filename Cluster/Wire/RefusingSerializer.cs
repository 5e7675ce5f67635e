using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Configuration;
using Akka.Serialization;

namespace PalActors.Clustering.Wire;

/// <summary>
/// Takes the place of Akka's default serializer, which builds whatever type a payload names. Every message of ours has its own serializer; what has none
/// is a mistake here or an attack from there.
/// </summary>
public sealed class RefusingSerializer : Serializer
{
    /// <summary>Makes the serializer; Akka hands the replaced serializer's settings, which mean nothing here.</summary>
    public RefusingSerializer(ExtendedActorSystem system, Config settings)
        : base(system) => _ = settings;

    /// <inheritdoc/>
    public override int Identifier => 1;

    /// <inheritdoc/>
    public override bool IncludeManifest => true;

    /// <inheritdoc/>
    public override byte[] ToBinary(object obj) => throw new SerializationException($"{obj.GetType().FullName} has no serializer: it is not meant to travel.");

    /// <inheritdoc/>
    public override object FromBinary(byte[] bytes, Type? type) => throw new SerializationException($"A payload of type {type?.FullName ?? "unknown"} for Akka's default serializer is refused.");
}
