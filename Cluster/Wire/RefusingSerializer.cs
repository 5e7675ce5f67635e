using System.Globalization;
using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Configuration;
using Akka.Serialization;

namespace PalActors.Clustering.Wire;

/// <summary>Takes the place of a serializer of Akka's, and refuses every object and payload.</summary>
/// <remarks>
/// Whatever Akka can serialize, a stranger can send: commands to end, suspend or supervise actors, notices of their
/// end, actors to be made, and with the default serializer any type that a payload names. Nodes need none of it.
/// </remarks>
public sealed class RefusingSerializer : SerializerWithStringManifest
{
    /// <summary>Makes the serializer.</summary>
    /// <param name="system">The actor system.</param>
    /// <param name="settings">Its settings: <c>identifier</c> is that of the replaced serializer.</param>
    public RefusingSerializer(ExtendedActorSystem system, Config settings)
        : base(system) => Identifier = settings.GetInt("identifier");

    /// <summary>Configuration, under akka.actor, that puts it in the place of a serializer.</summary>
    /// <param name="alias">Alias of the replaced serializer.</param>
    /// <param name="identifier">Its identifier.</param>
    public static string Configuration(string alias, int identifier) => string.Create(
        CultureInfo.InvariantCulture,
        $"serializers.{alias} = \"PalActors.Clustering.Wire.RefusingSerializer, PalActors.Clustering\"\n"
        + $"serialization-settings.{alias}.identifier = {identifier}");

    /// <inheritdoc/>
    public override int Identifier { get; }

    /// <inheritdoc/>
    public override string Manifest(object o) => "";

    /// <inheritdoc/>
    public override byte[] ToBinary(object obj) =>
        throw new SerializationException($"{obj.GetType().FullName} is not meant to travel.");

    // The manifest is not looked at, so that no type is loaded by its name.
    /// <inheritdoc/>
    public override object FromBinary(byte[] bytes, string manifest) => RefusedPayload.Instance;
}
