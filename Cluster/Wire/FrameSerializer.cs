using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Serialization;
using PalActors.Messages.Frames;

namespace PalActors.Clustering.Wire;

/// <summary>Serializer of frames.</summary>
/// <remarks>It copies spans, checks every count before it allocates, and knows one manifest.</remarks>
/// <param name="system">The actor system.</param>
public sealed class FrameSerializer(ExtendedActorSystem system) : SerializerWithStringManifest(system)
{
    private const string FrameManifest = "f1";

    /// <inheritdoc/>
    public override int Identifier => 7301;

    /// <inheritdoc/>
    public override string Manifest(object o) => o is EmissionFrame
        ? FrameManifest
        : throw new ArgumentException($"{o.GetType()} is not a frame.", nameof(o));

    /// <inheritdoc/>
    public override byte[] ToBinary(object obj)
    {
        EmissionFrame frame = (EmissionFrame)obj;
        byte[] bytes = new byte[FrameCodec.SizeOf(frame)];
        FrameCodec.Write(frame, bytes);
        return bytes;
    }

    /// <inheritdoc/>
    /// <exception cref="SerializationException">
    /// The bytes are no frame. Akka logs this and drops the message; any other exception would close the connection.
    /// </exception>
    public override object FromBinary(byte[] bytes, string manifest)
    {
        if (manifest != FrameManifest)
        {
            throw new SerializationException(
                $"Manifest '{manifest}' is unknown to the frame serializer; this build reads '{FrameManifest}'.");
        }

        try
        {
            return FrameCodec.Read(bytes);
        }
        catch (FrameFormatException e)
        {
            throw new SerializationException(e.Message, e);
        }
    }
}
