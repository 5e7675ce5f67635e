using System.Runtime.Serialization;
using System.Text;
using Akka.Actor;
using Akka.Serialization;
using Hyperion;
using PalActors.Clustering.Wire;
using PalActors.Messages.Control;

namespace PalActors.Cluster.Tests.Wire;

/// <summary>Payloads with a seal that fits, of types that no control message holds.</summary>
public sealed partial class ForeignPayloadTests(WireFixture wire) : IClassFixture<WireFixture>
{
    private readonly HyperionControlSerializer _serializer = new((ExtendedActorSystem)wire.System);

    [Fact]
    public void BehindTheSealIsWhatTheOfficialPackageWrites()
    {
        HyperionSerializer package = new((ExtendedActorSystem)wire.System, new HyperionSerializerSettings(
            false, false, typeof(KnownControlTypes), [], [], disallowUnsafeType: true, DisabledTypeFilter.Instance));
        Hello message = new("node");
        Assert.Equal(package.ToBinary(message), _serializer.ToBinary(message)[ControlSeal.Size..]);
    }

    public static TheoryData<string, object> Nested => new()
    {
        { "class", new Foreign() },
        { "array", new[] { new Foreign() } },
        { "boxed in an array", new object[] { new Foreign() } },
        { "list", new List<Foreign> { new() } },
        { "dictionary", new Dictionary<string, Foreign> { ["x"] = new() } },
        { "exception", new InvalidOperationException("boo") },
        { "delegate", new Action(Foreign.Act) },
        { "type", typeof(Foreign) },
        { "file", new FileInfo("/tmp/x") },
        { "our type outside the list", new Clustering.Remoting.RemotingOptions() },
    };

    [Theory]
    [MemberData(nameof(Nested), DisableDiscoveryEnumeration = true)]
    public void ForeignTypesInsideAnAllowedOneAreRefused(string name, object foreign)
    {
        Foreign.Touched = false;
        byte[] payload = WireFixture.Sealed(Renamed(WireFixture.Unrestricted(new Twin(true, foreign))));
        Assert.Throws<SerializationException>(() => _serializer.FromBinary(payload, null));
        Assert.False(Foreign.Touched, name);
    }

    [Fact]
    public void AnAllowedTypeInThatPlaceIsRead()
    {
        StateBlock block = new("W", 1, 2, [1, 2]);
        byte[] payload = WireFixture.Sealed(Renamed(WireFixture.Unrestricted(new Twin(true, block))));
        object read = _serializer.FromBinary(payload, null);
        Assert.Equal(WireFixture.Text(new CarriedBlock(true, block, 0)), WireFixture.Text(read));
    }

    [Fact]
    public void SurrogatesAreRefusedAndNeverAsked()
    {
        ExtendedActorSystem system = (ExtendedActorSystem)wire.System;
        HyperionSerializer open = new(system, new HyperionSerializerSettings(
            false, false, typeof(NothingKnown), [], [], disallowUnsafeType: false, DisabledTypeFilter.Instance));
        Foreign.Touched = false;
        object[] values = [new Surrogated(), system.DeadLetters, system.DeadLetters.Path, Props.Create<Ear>()];
        foreach (object value in values)
        {
            byte[] alone = open.ToBinary(value), nested = Renamed(open.ToBinary(new Twin(false, value)));
            Assert.Throws<SerializationException>(() => _serializer.FromBinary(WireFixture.Sealed(alone), null));
            Assert.Throws<SerializationException>(() => _serializer.FromBinary(WireFixture.Sealed(nested), null));
        }

        Assert.False(Foreign.Touched);
        open.FromBinary(open.ToBinary(new Surrogated()), null);
        Assert.True(Foreign.Touched);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AConstructorForSerializationIsNeverCalled(bool nested)
    {
        object value = nested ? new Twin(true, new Foreign()) : new Foreign();
        byte[] payload = WireFixture.Unrestricted(value, ignoreISerializable: false);
        Foreign.Touched = false;
        byte[] bytes = WireFixture.Sealed(nested ? Renamed(payload) : payload);
        Assert.Throws<SerializationException>(() => _serializer.FromBinary(bytes, null));
        Assert.False(Foreign.Touched);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void PayloadsOfASerializerWithOtherSettingsAreRefused(bool versionTolerance, bool references)
    {
        // Hyperion itself would read some of them as messages with other numbers.
        foreach (IControlMessage sample in ControlSamples.All.Where(message => message is not (Enrol or Refused)))
        {
            foreach (bool known in new[] { false, true })
            {
                byte[] payload = WireFixture.Unrestricted(sample, versionTolerance, references, known: known);
                byte[] bytes = WireFixture.SealedForAll(payload);
                Assert.Throws<SerializationException>(() => _serializer.FromBinary(bytes, null));
            }
        }
    }

    [Fact]
    public void OnlyEnrolmentAndRefusalAreReadFromBuildsWithOtherMessages()
    {
        Assert.Equal([typeof(Enrol), typeof(Refused)], ControlTypes.Allowed.Take(2));
        foreach (IControlMessage sample in ControlSamples.All)
        {
            byte[] bytes = WireFixture.SealedForAll(_serializer.ToBinary(sample)[8..]);
            if (sample is Enrol or Refused)
                Assert.Equal(WireFixture.Text(sample), WireFixture.Text(_serializer.FromBinary(bytes, null)));
            else
                Assert.Throws<SerializationException>(() => _serializer.FromBinary(bytes, null));
        }
    }

    // Replaces the name of the twin by that of the message whose fields it has.
    private static byte[] Renamed(byte[] payload)
    {
        byte[] twin = Encoding.UTF8.GetBytes($"{typeof(Twin).FullName}, {typeof(Twin).Assembly.GetName().Name}");
        byte[] real = Encoding.UTF8.GetBytes("PalActors.Messages.Control.CarriedBlock, PalActors.Messages");
        int at = payload.AsSpan().IndexOf(twin);
        Assert.Equal(5, at);
        return [payload[0], .. BitConverter.GetBytes(real.Length), .. real, .. payload[(at + twin.Length)..]];
    }
}
