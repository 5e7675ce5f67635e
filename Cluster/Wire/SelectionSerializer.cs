using Akka.Actor;
using Akka.Remote.Serialization;
using Akka.Serialization;

namespace PalActors.Clustering.Wire;

/// <summary>Serializer of messages to selections of actors that lets through what Akka's cluster sends.</summary>
/// <remarks>
/// That is a message to one actor by its name. A message to a selection that is itself one to a selection, and so on,
/// would be read recursively until the stack is full, which ends the process; patterns would be compiled.
/// </remarks>
public sealed class SelectionSerializer : Serializer
{
    // Of Akka's SelectionEnvelope and its Selection.
    private const int ElementField = 2, KindField = 1, PatternKind = 3;
    private const int MostElements = 16;

    [ThreadStatic]
    private static bool t_isReading;

    private readonly MessageContainerSerializer _serializer;

    /// <summary>Makes the serializer of an actor system.</summary>
    public SelectionSerializer(ExtendedActorSystem system)
        : base(system) => _serializer = new MessageContainerSerializer(system);

    /// <summary>Identifier of Akka's serializer of these messages.</summary>
    public override int Identifier => 6;

    /// <inheritdoc/>
    public override bool IncludeManifest => false;

    /// <inheritdoc/>
    public override byte[] ToBinary(object obj) => _serializer.ToBinary(obj);

    /// <inheritdoc/>
    public override object FromBinary(byte[] bytes, Type type)
    {
        if (t_isReading || !HasOnlyNames(bytes))
            return RefusedPayload.Instance;
        t_isReading = true;
        try
        {
            return _serializer.FromBinary(bytes, type);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return RefusedPayload.Instance;
        }
        finally
        {
            t_isReading = false;
        }
    }

    private static bool HasOnlyNames(ReadOnlySpan<byte> bytes)
    {
        int elements = 0;
        ProtobufFields fields = new(bytes);
        while (fields.Next())
        {
            if (fields.Field != ElementField)
                continue;
            ProtobufFields element = new(fields.Content);
            while (element.Next())
            {
                if (element.Field == KindField && element.Number >= PatternKind)
                    return false;
            }

            if (!element.IsAtEnd || ++elements > MostElements)
                return false;
        }

        return fields.IsAtEnd;
    }
}
