using System.Runtime.Serialization;
using Akka.Actor;
using Hyperion;
using Serializer = Akka.Serialization.Serializer;

namespace PalActors.Clustering.Wire;

/// <summary>
/// Carries the control plane by Hyperion, behind a list of allowed types, without object references and version tolerance. Bound under the
/// name <c>hyperion</c> and with the identifier of Akka.Serialization.Hyperion, so that the official package can take its place in configuration.
/// </summary>
public sealed class HyperionControlSerializer : Serializer
{
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
        _hyperion.Serialize(obj, stream);
        return stream.ToArray();
    }

    /// <inheritdoc/>
    /// <exception cref="SerializationException">The payload is damaged, or holds a type that is not allowed.</exception>
    public override object FromBinary(byte[] bytes, Type? type)
    {
        try
        {
            using MemoryStream stream = new(bytes, writable: false);
            return _hyperion.Deserialize<object>(stream);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or StackOverflowException))
        {
            // Whatever Hyperion throws at junk must not tear the connection down.
            throw new SerializationException($"A control message of {bytes.Length} bytes cannot be read: {e.Message}", e);
        }
    }
}
