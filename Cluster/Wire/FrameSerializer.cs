using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Serialization;
using PalActors.Messages.Frames;

namespace PalActors.Clustering.Wire;

/// <summary>Serializer of frames and of pieces of frames.</summary>
/// <remarks>It copies spans, checks every count before it allocates, and knows two manifests.</remarks>
/// <param name="system">The actor system.</param>
public sealed class FrameSerializer(ExtendedActorSystem system) : SerializerWithStringManifest(system)
{
    private const string FrameManifest = "f1";
    private const string PieceManifest = "p1";

    /// <inheritdoc/>
    public override int Identifier => 7301;

    /// <inheritdoc/>
    public override string Manifest(object o) => o switch
    {
        EmissionFrame => FrameManifest,
        FramePiece => PieceManifest,
        _ => throw new ArgumentException($"{o.GetType()} is not a frame.", nameof(o)),
    };

    /// <inheritdoc/>
    public override byte[] ToBinary(object obj)
    {
        if (obj is FramePiece piece)
        {
            byte[] some = new byte[PieceCodec.SizeOf(piece)];
            PieceCodec.Write(piece, some);
            return some;
        }

        EmissionFrame frame = (EmissionFrame)obj;
        byte[] bytes = new byte[FrameCodec.SizeOf(frame)];
        FrameCodec.Write(frame, bytes);
        return bytes;
    }

    /// <inheritdoc/>
    /// <exception cref="SerializationException">
    /// The bytes are neither frame nor piece. Akka logs this and drops the message; any other exception would close the
    /// connection.
    /// </exception>
    public override object FromBinary(byte[] bytes, string manifest)
    {
        try
        {
            return manifest switch
            {
                FrameManifest => FrameCodec.Read(bytes),
                PieceManifest => PieceCodec.Read(bytes),
                _ => throw new SerializationException(
                    $"Manifest '{manifest}' is unknown to the frame serializer; "
                    + $"this build reads '{FrameManifest}' and '{PieceManifest}'."),
            };
        }
        catch (FrameFormatException e)
        {
            throw new SerializationException(e.Message, e);
        }
    }
}
