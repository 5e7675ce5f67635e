using System.Reflection;
using Akka.Actor;
using Akka.Cluster;
using Akka.Serialization;
using PalActors.Clustering.Nodes;
using PalActors.Clustering.Remoting;
using PalActors.Clustering.Wire;

namespace PalActors.Cluster.Tests.Wire;

/// <summary>What a node lets through of Akka's own messages.</summary>
public sealed class WireGuardTests : IDisposable
{
    private static readonly Address s_node = new("akka.tcp", "palactors", "192.0.2.1", 4053);

    private readonly ActorSystem _system = ClusterConfiguration.Start(["area"], new RemotingOptions(), 1, 1);

    public void Dispose() => _system.Dispose();

    [Fact]
    public void NoSerializerOfAkkaIsLeft()
    {
        string[] known = ["Refusing", "Cluster", "Selection", "HyperionControl", "Frame"];
        string[] allowed =
            [.. known.Select(name => $"PalActors.Clustering.Wire.{name}Serializer, PalActors.Clustering")];
        foreach ((string alias, Akka.Configuration.Hocon.HoconValue value) in
            _system.Settings.Config.GetConfig("akka.actor.serializers").AsEnumerable())
        {
            Assert.True(allowed.Contains(value.GetString()), $"{alias} is {value.GetString()}");
        }
    }

    [Theory]
    [InlineData(1, "System.IO.FileInfo, System.Private.CoreLib")]
    [InlineData(2, "")]
    [InlineData(3, "")]
    [InlineData(4, "")]
    [InlineData(16, "P")]
    [InlineData(17, "S")]
    [InlineData(22, "Akka.Dispatch.SysMsg.Suspend, Akka")]
    [InlineData(36, "a")]
    public void PayloadsForAkkasSerializersAreDropped(int identifier, string manifest) =>
        Assert.IsAssignableFrom<IPossiblyHarmful>(
            _system.Serialization.Deserialize(new byte[16], identifier, manifest));

    [Theory]
    [InlineData("ClusterUserAction+Down", false)]
    [InlineData("ClusterUserAction+Leave", false)]
    [InlineData("InternalClusterAction+InitJoinAck", false)]
    [InlineData("InternalClusterAction+ExitingConfirmed", true)]
    [InlineData("InternalClusterAction+Welcome", true)]
    [InlineData("GossipEnvelope", true)]
    public void OfTheClustersMessagesOnlyReportsPass(string type, bool passes)
    {
        Type message = typeof(Akka.Cluster.Cluster).Assembly.GetType($"Akka.Cluster.{type}", throwOnError: true)!;
        ConstructorInfo make = message.GetConstructors()[0];
        object[] arguments = [.. make.GetParameters().Select<ParameterInfo, object>(parameter =>
            parameter.ParameterType == typeof(Address) ? s_node
            : parameter.ParameterType == typeof(UniqueAddress) ? new UniqueAddress(s_node, 7)
            : parameter.ParameterType.Name == "Deadline" ? null!
            : parameter.ParameterType.GetField("Empty") is { } empty ? empty.GetValue(null)!
            : Activator.CreateInstance(parameter.ParameterType, nonPublic: true)!)];

        Assert.Equal(passes, Travelled(make.Invoke(arguments)).GetType() == message);
    }

    [Fact]
    public void OnlyAnEnrolledNodeMayJoin()
    {
        Type join = typeof(Akka.Cluster.Cluster).Assembly
            .GetType("Akka.Cluster.InternalClusterAction+Join", throwOnError: true)!;
        ConstructorInfo make = join.GetConstructors()[0];
        object request = make.Invoke(
            [new UniqueAddress(s_node, 7), System.Collections.Immutable.ImmutableHashSet.Create("area"), .. Rest()]);
        Assert.IsAssignableFrom<IPossiblyHarmful>(Travelled(request));

        Admissions.Of(_system).Add(s_node.WithPort(4054));
        Assert.IsAssignableFrom<IPossiblyHarmful>(Travelled(request));

        Admissions.Of(_system).Add(s_node);
        Assert.IsType(join, Travelled(request));

        IEnumerable<object?> Rest() =>
            make.GetParameters().Skip(2).Select(_ => (object?)Akka.Util.AppVersion.Create("1.0"));
    }

    [Fact]
    public void DamagedGossipIsDropped()
    {
        Random random = new(5);
        for (int i = 0; i < 2000; i++)
        {
            byte[] junk = new byte[random.Next(200)];
            random.NextBytes(junk);
            // Nothing is thrown; some junk is a message without content.
            Assert.NotNull(_system.Serialization.Deserialize(junk, 5, "Akka.Cluster.GossipEnvelope, Akka.Cluster"));
        }
    }

    private object Travelled(object message)
    {
        Serializer serializer = _system.Serialization.FindSerializerFor(message);
        Assert.IsType<ClusterSerializer>(serializer);
        return _system.Serialization.Deserialize(
            serializer.ToBinary(message), serializer.Identifier, ((ClusterSerializer)serializer).Manifest(message));
    }
}
