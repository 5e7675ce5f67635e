using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Configuration;
using Akka.Serialization;

namespace PalActors.Clustering.Wire;

/// <summary>Replaces Akka's default serializer, and refuses every object and payload.</summary>
/// <remarks>
/// Akka's own builds any type that a payload names. Every message of this project has a serializer of its own; a
/// message without one is a mistake on the sending side, or an attack.
/// </remarks>
public sealed class RefusingSerializer : Serializer
{
    /// <summary>Makes the serializer.</summary>
    /// <param name="system">The actor system.</param>
    /// <param name="settings">Settings of the replaced serializer, which Akka passes; unused.</param>
    public RefusingSerializer(ExtendedActorSystem system, Config settings)
        : base(system) => _ = settings;

    /// <inheritdoc/>
    public override int Identifier => 1;

    /// <inheritdoc/>
    public override bool IncludeManifest => true;

    /// <inheritdoc/>
    public override byte[] ToBinary(object obj) =>
        throw new SerializationException($"{obj.GetType().FullName} has no serializer: it is not meant to travel.");

    /// <inheritdoc/>
    public override object FromBinary(byte[] bytes, Type? type) => throw new SerializationException(
        $"A payload of type {type?.FullName ?? "unknown"} for Akka's default serializer is refused.");
}
