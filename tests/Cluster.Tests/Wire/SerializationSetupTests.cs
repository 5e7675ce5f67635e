using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Serialization;
using PalActors.Clustering.Wire;
using PalActors.Messages.Frames;

namespace PalActors.Cluster.Tests.Wire;

/// <summary>Serializers of messages, and the refusal of all other types.</summary>
public sealed class SerializationSetupTests(WireFixture wire) : IClassFixture<WireFixture>
{
    private readonly Serialization _serialization = wire.System.Serialization;

    [Fact]
    public void UnknownTypesAreRefusedBothWays()
    {
        object[] all =
        [
            new Unknown("x"), new InvalidOperationException(), new FileInfo("x"), new object(), new List<int>(),
        ];
        foreach (object unknown in all)
        {
            Serializer serializer = _serialization.FindSerializerFor(unknown);
            Assert.IsType<RefusingSerializer>(serializer);
            SerializationException error = Assert.Throws<SerializationException>(() => serializer.ToBinary(unknown));
            Assert.Contains(unknown.GetType().FullName!, error.Message, StringComparison.Ordinal);
            Assert.IsAssignableFrom<IPossiblyHarmful>(serializer.FromBinary([1, 2, 3], unknown.GetType()));
        }
    }

    [Fact]
    public void APayloadForAkkasDefaultSerializerIsRefusedWhateverItNames()
    {
        byte[] json = "{\"$type\":\"System.IO.FileInfo, System.Private.CoreLib\"}"u8.ToArray();
        string file = typeof(FileInfo).AssemblyQualifiedName!;
        Assert.IsAssignableFrom<IPossiblyHarmful>(_serialization.Deserialize(json, 1, file));
        Assert.IsAssignableFrom<IPossiblyHarmful>(_serialization.Deserialize(json, 1, ""));
    }

    [Fact]
    public void TheControlPlaneKeepsTheIdentifierOfTheOfficialPackage()
    {
        Assert.Equal(-5, _serialization.FindSerializerFor(ControlSamples.All[0]).Identifier);
        Assert.Equal("hyperion", wire.System.Settings.Config.GetString(
            "akka.actor.serialization-bindings.\"PalActors.Messages.Control.IControlMessage, PalActors.Messages\""));
    }

    [Fact]
    public void FramesTravelByTheirOwnSerializer()
    {
        EmissionFrame frame = new(FrameKind.Down, 1, 2, 3, 4, 5, 2, 4) { FirstTick = 7, TickCount = 3 };
        for (int i = 0; i < frame.Values.Length; i++)
            frame.Values[i] = i;
        FrameSerializer serializer = Assert.IsType<FrameSerializer>(_serialization.FindSerializerFor(frame));
        byte[] bytes = serializer.ToBinary(frame);
        Assert.Equal(FrameCodec.SizeOf(frame), bytes.Length);
        object whole = _serialization.Deserialize(bytes, serializer.Identifier, serializer.Manifest(frame));
        EmissionFrame read = Assert.IsType<EmissionFrame>(whole);
        for (long tick = 7; tick < 10; tick++)
        {
            for (int part = 0; part < 2; part++)
                Assert.Equal(frame.Part(tick, part)[..5], read.Part(tick, part)[..5]);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("f2")]
    [InlineData("PalActors.Messages.Frames.EmissionFrame")]
    public void AnUnknownManifestIsASerializationExceptionThatNamesIt(string manifest)
    {
        FrameSerializer serializer = (FrameSerializer)_serialization.FindSerializerForType(typeof(EmissionFrame));
        SerializationException error =
            Assert.Throws<SerializationException>(() => serializer.FromBinary(new byte[100], manifest));
        Assert.Contains($"'{manifest}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void JunkFramesAreSerializationExceptions()
    {
        FrameSerializer serializer = (FrameSerializer)_serialization.FindSerializerForType(typeof(EmissionFrame));
        Random random = new(1);
        EmissionFrame frame = new(FrameKind.Down, 1, 2, 3, 4, 5, 2, 4) { FirstTick = 7, TickCount = 3 };
        byte[] whole = serializer.ToBinary(frame);
        int read = 0;
        for (int i = 0; i < 20_000; i++)
        {
            byte[] bytes = [.. whole];
            if (i % 2 == 0)
                random.NextBytes(bytes);
            bytes[random.Next(i % 4 == 1 ? FrameCodec.HeaderSize : bytes.Length)] ^= (byte)random.Next(1, 256);
            try
            {
                Assert.Equal(bytes, serializer.ToBinary(serializer.FromBinary(bytes, "f1")));
                read++;
            }
            catch (SerializationException)
            {
            }
        }

        // Both outcomes were seen.
        Assert.InRange(read, 1000, 19_000);

        Assert.Throws<ArgumentException>(() => serializer.Manifest("no frame"));
    }

    private sealed record Unknown(string Text);
}
