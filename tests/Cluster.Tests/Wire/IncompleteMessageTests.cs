using System.Runtime.Serialization;
using PalActors.Clustering.Wire;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Cluster.Tests.Wire;

/// <summary>Messages that lack what their types promise are refused.</summary>
public sealed class IncompleteMessageTests(WireFixture wire) : IClassFixture<WireFixture>
{
    private readonly HyperionControlSerializer _serializer =
        (HyperionControlSerializer)wire.System.Serialization.FindSerializerForType(typeof(IControlMessage));

    [Theory]
    [MemberData(nameof(Incomplete), DisableDiscoveryEnumeration = true)]
    public void AMessageThatLacksWhatItsTypePromisesIsRefusedByName(string what, IControlMessage message)
    {
        byte[] bytes = _serializer.ToBinary(message);
        SerializationException error =
            Assert.Throws<SerializationException>(() => _serializer.FromBinary(bytes, null));
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, IControlMessage> Incomplete => new()
    {
        { "Hello.Role", new Hello(null!) },
        { "SeedName.Host", new SeedName(null!, 1) },
        { "Connect.Peers", new Connect("", null!) },
        { "Peer.Path", new Connect("", [new Peer(Endpoint.Of(1), null!)]) },
        { "Connected.Endpoint", new Connected(1, null!) },
        { "LinkPart.Payload", new LinkPart(0, 1, 0, 1, 0, null!) },
        { "CarriedBlock.Block", new CarriedBlock(true, null!, 0) },
        { "StateBlock.Values", new CarriedBlock(true, new StateBlock("W", 1, 1, null!), 0) },
        { "StateCaptured.Snapshot", new StateCaptured(1, null!, CapturePurpose.Final, AreaFigures.None) },
        { "AreaSnapshot.Emitted", new RestoreArea(new AreaSnapshot(ControlSamples.State(), null!)) },
        { "AreaState.Blocks[]", new RestoreArea(new AreaSnapshot(new AreaState(1, 0, [null!]), [])) },
        { "AreasHosted.Actors[]", new AreasHosted([null!]) },
        { "HostedActor.Peers[]", new AreasHosted([new HostedActor(Endpoint.Of(1), "", [null!])]) },
        { "HostAreas.Plan", new HostAreas(null!, [], [], 0, ExecutionOptions.Default) },
        { "HostAreas.Execution", new HostAreas(ControlSamples.Plan(), [], [], 0, null!) },
        {
            "ExecutionOptions.SharedFolder",
            new HostAreas(ControlSamples.Plan(), [], [], 0, new ExecutionOptions { SharedFolder = null! })
        },
        {
            "NetworkPlan.Schedule",
            new HostAreas(ControlSamples.Plan() with { Schedule = null! }, [], [], 0, ExecutionOptions.Default)
        },
        {
            "NetworkPlan.Options[]",
            new HostAreas(ControlSamples.Plan() with { Options = [null!] }, [], [], 0, ExecutionOptions.Default)
        },
        { "Metric.Name", new AreaMeasures(1, 1, 1, [new Metric(0, 1, 1, null, null!, 0)]) },
        { "AreaMeasures.Values[]", new AreaMeasures(1, 1, 1, [null!]) },
        { "AreaSample.Blocks", new AreaSample(1, 2, 1, 3, null!) },
        { "Enrol.Experiment", new Enrol(1, new BuildIdentity("", "", ""), "", null!, "") },
        { "BuildIdentity.Hash", new Enrol(1, new BuildIdentity(null!, "", ""), "", "", "") },
        {
            "BuildIdentity.PlugIns",
            new Enrol(1, new BuildIdentity("", "", "") { PlugIns = null! }, "", "", "")
        },
        { "DataIdentity.Splits[]", new IdentifyData(new DataIdentity("", "", [null!], "")) },
        { "RecordedBlock.Ticks", new RecordedBlock(0, 1, 1, 0, 0, 1, null!, []) },
    };
}
