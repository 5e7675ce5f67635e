using System.Runtime.Serialization;
using PalActors.Clustering.Wire;
using PalActors.Messages.Control;

namespace PalActors.Cluster.Tests.Wire;

/// <summary>Junk, damaged and cut messages are refused, without room for what they claim to hold.</summary>
public sealed class DamagedMessageTests(WireFixture wire) : IClassFixture<WireFixture>
{
    private readonly HyperionControlSerializer _serializer =
        (HyperionControlSerializer)wire.System.Serialization.FindSerializerForType(typeof(IControlMessage));

    [Fact]
    public void JunkIsASerializationException()
    {
        RefusesClaims();
        Random random = new(11);
        for (int i = 0; i < 10_000; i++)
        {
            byte[] bytes = new byte[random.Next(0, 64)];
            random.NextBytes(bytes);
            Read(bytes);
        }
    }

    [Fact]
    public void DamagedMessagesAreASerializationExceptionOrTheMessage()
    {
        RefusesClaims();
        Random random = new(12);
        byte[][] messages = [.. ControlSamples.All.Select(m => _serializer.ToBinary(m))];
        int refused = 0;
        for (int i = 0; i < 100_000; i++)
        {
            byte[] message = messages[i % messages.Length], bytes = [.. message];
            for (int n = random.Next(1, 4); n > 0; n--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            bytes = random.Next(3) switch
            {
                0 => bytes[..random.Next(bytes.Length)],
                1 => [.. bytes, .. new byte[random.Next(3)]],
                _ => bytes,
            };
            bool same = bytes.AsSpan().SequenceEqual(message);
            object? read = Read(bytes);
            refused += read is null ? 1 : 0;
            string problem = same ? "an undamaged message was refused" : $"a damaged message was read as {read}";
            if (read is null == same)
                Assert.Fail($"Case {i}: {problem}: {Convert.ToHexString(bytes)}");
        }

        Assert.InRange(refused, 90_000, 99_999);
    }

    [Fact]
    public void ACutMessageWithASealThatFitsIsASerializationExceptionOrAWholeMessage()
    {
        foreach (IControlMessage sample in ControlSamples.All)
        {
            byte[] bytes = _serializer.ToBinary(sample)[8..];
            for (int length = 0; length < bytes.Length; length++)
            {
                if (Read(WireFixture.Sealed(bytes[..length])) is { } read)
                    Assert.Equal(sample.GetType(), read.GetType());
            }
        }
    }

    [Fact]
    public void ALengthThatTheBytesDoNotBearIsRefusedWithoutRoomForIt() => RefusesClaims();

    // Null for a SerializationException. Any other exception fails the test: Akka would tear the connection down.
    private object? Read(byte[] bytes)
    {
        try
        {
            return Assert.IsAssignableFrom<IControlMessage>(_serializer.FromBinary(bytes, null));
        }
        catch (SerializationException)
        {
            return null;
        }
    }

    // A few bytes must not cost gigabytes: ten thousand random ones would take the process down.
    private void RefusesClaims()
    {
        // 9 is a byte array to Hyperion; then its length, and nothing.
        RefusesClaim([9, .. BitConverter.GetBytes(1 << 25)]);

        // The length of the weights stands before their bytes.
        StateBlock weights = new("W", 1, 3, [1.25, 2.5, 5.0]);
        byte[] message = _serializer.ToBinary(new AreaSample(1, 2, 1, 3, [weights]));
        int at = message.AsSpan().IndexOf((byte[])[3, 0, 0, 0, .. BitConverter.GetBytes(1.25)]);
        Assert.True(at > 0);
        BitConverter.GetBytes(1 << 22).CopyTo(message, at);
        RefusesClaim(message);
    }

    private void RefusesClaim(byte[] bytes)
    {
        // Once before measuring: the first exception of a process loads resources.
        Read(bytes);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Read(bytes);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }
}
