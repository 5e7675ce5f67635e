using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Configuration;
using Akka.Serialization;
using PalActors.Clustering.Links;
using PalActors.Messages.Control;

namespace PalActors.Cluster.Tests.Links;

/// <summary>A block of a state that finds no memory ends the run: without it the digest would be another.</summary>
public sealed class ScarceMemoryTests : IDisposable
{
    private static readonly Config s_configuration = ConfigurationFactory.ParseString("""
        akka.actor {
          serializers.scarce = "PalActors.Cluster.Tests.Links.ScarceMemoryTests+Scarce, PalActors.Cluster.Tests"
          serialization-bindings { "PalActors.Messages.Control.IControlMessage, PalActors.Messages" = scarce }
        }
        """);

    private readonly ActorSystem _system = ActorSystem.Create("scarce", s_configuration);

    public void Dispose() => _system.Dispose();

    [Fact]
    public void ABlockWithoutMemoryIsNotLeftOut()
    {
        ControlPort port = Port();
        Assert.Throws<SerializationException>(() => port.Accept(new LinkPart(0, 1, 0, 1, 0, [1])));
    }

    [Fact]
    public void BytesThatAreNoMessageAreLeftOut() => Assert.Null(Port().Accept(new LinkPart(0, 1, 0, 1, 0, [0])));

    private ControlPort Port() =>
        new(_system, ActorRefs.Nobody, ActorRefs.Nobody, isLocal: false, network: 0, generation: 1, LinkPart.Clock);

    /// <summary>Serializer that finds no memory for a message of 1, and nothing to read in others.</summary>
    public sealed class Scarce(ExtendedActorSystem system) : Serializer(system)
    {
        public override int Identifier => 7399;

        public override bool IncludeManifest => false;

        public override byte[] ToBinary(object obj) => [];

        public override object FromBinary(byte[] bytes, Type? type)
        {
            Exception cause = bytes[0] == 1 ? new OutOfMemoryException() : new FormatException();
            throw new SerializationException("It cannot be read.", new SerializationException("Nor a part.", cause));
        }
    }
}
