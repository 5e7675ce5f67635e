using Akka.Actor;
using Akka.Remote.Serialization;
using Akka.Serialization;
using Google.Protobuf;

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

    // A field that is encoded as another type would be skipped by Akka, and hide what follows from this check.
    private static readonly uint s_elementTag
        = WireFormat.MakeTag(ElementField, WireFormat.WireType.LengthDelimited);

    private static readonly uint s_kindTag = WireFormat.MakeTag(KindField, WireFormat.WireType.Varint);

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

    private static bool HasOnlyNames(byte[] bytes)
    {
        try
        {
            CodedInputStream fields = new(bytes);
            int elements = 0;
            while (fields.ReadTag() is var tag and not 0)
            {
                if (WireFormat.GetTagFieldNumber(tag) != ElementField)
                    fields.SkipLastField();
                else if (tag != s_elementTag || ++elements > MostElements || IsPattern(fields.ReadBytes()))
                    return false;
            }

            return true;
        }
        catch (InvalidProtocolBufferException)
        {
            return false;
        }
    }

    private static bool IsPattern(ByteString element)
    {
        CodedInputStream fields = element.CreateCodedInput();
        while (fields.ReadTag() is var tag and not 0)
        {
            if (WireFormat.GetTagFieldNumber(tag) != KindField)
                fields.SkipLastField();
            else if (tag != s_kindTag || fields.ReadUInt64() >= PatternKind)
                return true;
        }

        return false;
    }
}
