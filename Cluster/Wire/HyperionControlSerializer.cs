using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Serialization;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Wire;

/// <summary>Serializer of control messages: Akka.Serialization.Hyperion with a list of types and a seal.</summary>
/// <remarks>
/// Configuration alone cannot restrict types: the package's <c>allowed-types</c> refuses the listed types on writing,
/// and a setup with a type filter is ignored. Object references and version tolerance are off; both ends need the same
/// settings.
/// </remarks>
public sealed class HyperionControlSerializer : Serializer
{
    // Making it compiles code for each of the known types, a second in all: the actor systems of a process share one,
    // since nothing that control messages hold belongs to a system. A run within one process sends none over a wire.
    private static readonly Lock s_making = new();
    private static volatile HyperionSerializer? s_hyperion;

    /// <summary>Makes the serializer of an actor system.</summary>
    public HyperionControlSerializer(ExtendedActorSystem system)
        : base(system)
    {
        if (system.Provider is not LocalActorRefProvider)
            _ = Shared;
    }

    /// <inheritdoc/>
    public override bool IncludeManifest => false;

    private HyperionSerializer Shared
    {
        get
        {
            if (s_hyperion is { } made)
                return made;
            lock (s_making)
                return s_hyperion ??= Make(system);
        }
    }

    /// <inheritdoc/>
    public override byte[] ToBinary(object obj)
    {
        byte[] payload = Shared.ToBinary(obj);
        return [.. BitConverter.GetBytes(ControlSeal.Of(payload, obj.GetType())), .. payload];
    }

    /// <inheritdoc/>
    /// <exception cref="SerializationException">
    /// The payload is damaged, of another layout, holds a type that is not allowed, or is no control message.
    /// </exception>
    public override object FromBinary(byte[] bytes, Type? type)
    {
        if (bytes.Length <= ControlSeal.Size)
            throw Unreadable(bytes, $"it has at most the {ControlSeal.Size} bytes of a seal");
        byte[] payload = bytes[ControlSeal.Size..];
        ulong seal = BitConverter.ToUInt64(bytes);
        if (!ControlSeal.IsKnown(seal, payload))
            throw Unreadable(bytes, "it is damaged or of another build: its seal does not fit");
        try
        {
            IControlMessage message = Shared.FromBinary(payload, type) as IControlMessage
                ?? throw new SerializationException("The payload is not a control message.");
            if (seal != ControlSeal.Of(payload, message.GetType()))
                throw Unreadable(bytes, "its seal is not that of its type");

            // Hyperion fills fields without asking constructors or annotations; handlers rely on both.
            if (NullChecker.FirstMissing(message) is { } missing)
                throw new SerializationException($"A control message lacks {missing}.");
            return message;
        }
        catch (Exception e) when (e is not SerializationException)
        {
            // Any other exception would close the connection.
            throw Unreadable(bytes, e.Message, e);
        }
    }

    private static HyperionSerializer Make(ExtendedActorSystem system) => new(system, new HyperionSerializerSettings(
        preserveObjectReferences: false,
        versionTolerance: false,
        knownTypesProvider: typeof(KnownControlTypes),
        packageNameOverrides: [],
        surrogates: [],
        disallowUnsafeType: true,
        typeFilter: new ControlTypes()));

    private static SerializationException Unreadable(byte[] bytes, string reason, Exception? cause = null) =>
        new($"A control message of {bytes.Length} bytes cannot be read: {reason}.", cause);
}
