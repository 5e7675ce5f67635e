using System.Runtime.Serialization;
using Akka.Serialization;
using PalActors.Clustering.Wire;
using PalActors.Messages.Frames;

namespace PalActors.Cluster.Tests.Wire;

/// <summary>Pieces of frames travel by the serializer of frames, under a manifest of their own.</summary>
public sealed class PieceSerializationTests(WireFixture wire) : IClassFixture<WireFixture>
{
    private static readonly FrameHeader s_header = new(FrameKind.Down, 1, 2, 3, 4, 100, 2, 7, 1);

    private readonly Serialization _serialization = wire.System.Serialization;

    [Fact]
    public void APieceTravelsToTheBit()
    {
        FramePiece piece = new(s_header, 96, [1, -0.0, double.NaN, 1e-310]);
        FrameSerializer serializer = Assert.IsType<FrameSerializer>(_serialization.FindSerializerFor(piece));
        byte[] bytes = serializer.ToBinary(piece);
        Assert.Equal(PieceCodec.SizeOf(piece), bytes.Length);

        object whole = _serialization.Deserialize(bytes, serializer.Identifier, serializer.Manifest(piece));

        FramePiece read = Assert.IsType<FramePiece>(whole);
        Assert.Equal((s_header, 96), (read.Header, read.First));
        Assert.Equal(bytes, serializer.ToBinary(read));
    }

    [Fact]
    public void FramesAndPiecesAreNotTakenForEachOther()
    {
        FramePiece piece = new(s_header, 0, new double[8]);
        EmissionFrame frame = new(s_header);
        Serializer serializer = _serialization.FindSerializerFor(piece);
        Assert.Same(serializer, _serialization.FindSerializerFor(frame));
        Assert.Throws<SerializationException>(
            () => _serialization.Deserialize(serializer.ToBinary(piece), serializer.Identifier, "f1"));
        Assert.Throws<SerializationException>(
            () => _serialization.Deserialize(serializer.ToBinary(frame), serializer.Identifier, "p1"));
    }

    [Fact]
    public void JunkPiecesAreSerializationExceptions()
    {
        Serializer serializer = _serialization.FindSerializerForType(typeof(FramePiece));
        byte[] whole = serializer.ToBinary(new FramePiece(s_header, 96, [1, 2, 3]));
        Random random = new(1);
        int read = 0;
        for (int i = 0; i < 20_000; i++)
        {
            byte[] bytes = [.. whole];
            if (i % 2 == 0)
                random.NextBytes(bytes);
            bytes[random.Next(i % 4 == 1 ? PieceCodec.HeaderSize : bytes.Length)] ^= (byte)random.Next(1, 256);
            try
            {
                object piece = _serialization.Deserialize(bytes, serializer.Identifier, "p1");
                Assert.Equal(bytes, serializer.ToBinary(piece));
                read++;
            }
            catch (SerializationException)
            {
            }
        }

        // Both outcomes were seen.
        Assert.InRange(read, 1000, 19_000);
    }
}
