using System.Reflection;
using Akka.Actor;
using Akka.Util;
using PalActors.Clustering.Wire;
using PalActors.Messages.Control;

namespace PalActors.Cluster.Tests.Wire;

/// <summary>Control messages are the same after a transfer.</summary>
public sealed class HyperionControlSerializerTests(WireFixture wire) : IClassFixture<WireFixture>
{
    private readonly HyperionControlSerializer _serializer =
        (HyperionControlSerializer)wire.System.Serialization.FindSerializerForType(typeof(IControlMessage));

    public static TheoryData<string> MessageTypes => [.. ControlSamples.Types.Select(t => t.FullName!)];

    [Theory]
    [MemberData(nameof(MessageTypes))]
    public void EveryControlMessageTravels(string type)
    {
        IControlMessage[] samples = [.. ControlSamples.All.Where(m => m.GetType().FullName == type)];
        Assert.True(samples.Length > 0, $"{type} has no sample: add one to {nameof(ControlSamples)}.");
        foreach (IControlMessage sample in samples)
        {
            Assert.IsType<HyperionControlSerializer>(wire.System.Serialization.FindSerializerFor(sample));
            byte[] bytes = _serializer.ToBinary(sample);
            object read = _serializer.FromBinary(bytes, null);
            Assert.Equal(WireFixture.Text(sample), WireFixture.Text(read));
        }
    }

    // One serializer serves all actor systems of a process.
    [Fact]
    public void NothingInThemBelongsToAnActorSystem()
    {
        const BindingFlags all = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        FieldInfo[] fields = [.. ControlTypes.Allowed.SelectMany(type => type.GetFields(all))];
        Assert.Contains(fields, field => field.FieldType == typeof(StateBlock[]));
        Assert.DoesNotContain(
            fields,
            field => field.FieldType == typeof(object) || field.FieldType.IsAssignableTo(typeof(ISurrogated))
                || field.FieldType.Assembly == typeof(ActorSystem).Assembly);
    }

    [Fact]
    public void ValuesTravelToTheBit()
    {
        double[] values =
        [
            double.NaN, -0.0, double.Epsilon, double.NegativeInfinity,
            BitConverter.Int64BitsToDouble(0x7FF8000000000123), 0.1,
        ];
        AreaState state = new(1, 1, [new StateBlock("xi", values.Length, 1, values)]);
        StateCaptured message = new(1, new AreaSnapshot(state, []), CapturePurpose.Final, AreaFigures.None);
        StateCaptured read = (StateCaptured)_serializer.FromBinary(_serializer.ToBinary(message), null);
        Assert.True(message.State.SameBits(read.State));
    }
}
