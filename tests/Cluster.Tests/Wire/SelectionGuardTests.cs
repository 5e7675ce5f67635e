using Akka.Actor;
using Akka.Serialization;
using PalActors.Clustering.Nodes;
using PalActors.Clustering.Remoting;
using PalActors.Clustering.Wire;
using PalActors.Messages.Control;

namespace PalActors.Cluster.Tests.Wire;

/// <summary>Messages to selections, of which Akka's own reading could end a node.</summary>
public sealed class SelectionGuardTests : IDisposable
{
    private readonly ActorSystem _system = ClusterConfiguration.Start(["area"], new RemotingOptions(), 1, 1);

    public void Dispose() => _system.Dispose();

    [Theory]
    [InlineData(2)]
    [InlineData(100)]
    [InlineData(50_000)]
    public void ASelectionInASelectionIsDroppedUnread(int depth)
    {
        object read = Read(NestedSelection.Write(depth));
        Assert.True(
            read is IPossiblyHarmful or ActorSelectionMessage { Message: IPossiblyHarmful },
            $"{read}");
    }

    [Fact]
    public void ASelectionByNamesPassesAndOneByPatternsIsDropped()
    {
        Hello hello = new("here");
        ActorSelectionMessage named = new(hello, [new SelectChildName("system"), new SelectChildName("cluster")]);
        ActorSelectionMessage read = Assert.IsType<ActorSelectionMessage>(Travelled(named));
        Assert.Equal(hello, read.Message);
        Assert.Equal(named.Elements.Select(one => $"{one}"), read.Elements.Select(one => $"{one}"));

        SelectionPathElement[] pattern = [new SelectChildName("system"), new SelectChildPattern("*")];
        Assert.IsAssignableFrom<IPossiblyHarmful>(Travelled(new ActorSelectionMessage(hello, pattern)));
        SelectionPathElement[] far = [.. Enumerable.Repeat(new SelectChildName("a"), 10_000)];
        Assert.IsAssignableFrom<IPossiblyHarmful>(Travelled(new ActorSelectionMessage(hello, far)));
    }

    [Fact]
    public void AFieldOfAnotherTypeHidesNoPattern()
    {
        byte[] named = Written(new ActorSelectionMessage(new Hello("here"), [new SelectChildName("system")]));
        byte[] pattern = [0x12, 2, 0x08, 3];
        Assert.IsAssignableFrom<IPossiblyHarmful>(Read([.. named, .. pattern]));
        // Akka skips a number where an element should be; whoever took it for a length would skip the pattern.
        Assert.IsAssignableFrom<IPossiblyHarmful>(Read([.. named, 0x10, (byte)pattern.Length, .. pattern]));
    }

    [Fact]
    public void DamagedSelectionsAreDropped()
    {
        byte[] whole = Written(new ActorSelectionMessage(new Hello("here"), [new SelectChildName("system")]));
        for (int length = 0; length < whole.Length; length++)
            Assert.NotNull(Read(whole[..length]));
        Random random = new(5);
        for (int i = 0; i < 2000; i++)
        {
            byte[] junk = new byte[random.Next(100)];
            random.NextBytes(junk);
            Assert.NotNull(Read(junk));
        }
    }

    private byte[] Written(object message)
    {
        Serializer serializer = _system.Serialization.FindSerializerFor(message);
        Assert.IsType<SelectionSerializer>(serializer);
        return serializer.ToBinary(message);
    }

    private object Travelled(object message) => Read(Written(message));

    private object Read(byte[] bytes) => _system.Serialization.Deserialize(bytes, 6, "");
}
