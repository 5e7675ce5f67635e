using PalActors.Cluster.Tests.Wire;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Nodes;

/// <summary>Control messages of allowed types that no correct node would send.</summary>
internal sealed class HostileControl(NetworkPlan plan, int generation, Random random)
{
    private const string Junk = "junk";

    private static readonly string[] s_paths =
    [
        "",
        "/",
        "..",
        "akka://",
        "akka.tcp://nobody@127.0.0.1:1/user/x",
        "not a path at all \0",
        "akka.tcp://palactors@:99999/user",
        "/user/node",
        null!,
    ];

    private static readonly string[] s_roles = ["Below", "Above", "Target", "Host", "", "nonsense", null!];

    private static readonly long[] s_ticks = [long.MinValue, -1, 0, long.MaxValue - 1, long.MaxValue];

    private readonly int _kinds = 41;

    /// <summary>Makes one of them.</summary>
    public IControlMessage Next()
    {
        int network = plan.Network;
        int other = random.Next(3) switch
        {
            0 => generation,
            1 => -generation,
            _ => generation + random.Next(1, 100),
        };
        long tick = s_ticks[random.Next(s_ticks.Length)];
        int index = Index();
        switch (random.Next(_kinds))
        {
            case 40:
                return new HostEnded(network, other, index);
            case 0:
                return new Connect(Path(), [new Peer(Endpoint(), Path()), new Peer(Endpoint(), Path())]);
            case 1:
            case 2:
                return new HelloBack(Role());
            case 3:
                return new Hello(Role());
            case 4:
                return new Connected(other, Endpoint());
            case 5:
                return new Horizon(other, tick, s_ticks[random.Next(s_ticks.Length)]);
            case 6:
                return new TickReached(other, index, tick, null!);
            case 7:
                return new PresentationsUsed(other) { ThroughTick = tick };
            case 8:
                return new FrameRequest(other, (FrameKind)random.Next(0, 7), index, tick);
            case 9:
                return new CaptureState(other, tick, (CapturePurpose)random.Next(0, 5));
            case 10:
                return new StateCaptured(other, null!, CapturePurpose.Final, AreaFigures.None);
            case 11:
                return new StateCaptured(
                    other,
                    new AreaSnapshot(new AreaState(index, tick, [null!]), null!),
                    CapturePurpose.Snapshot,
                    new AreaFigures(-1, -1, -1, double.NaN, null!));
            case 12:
                return new StateCaptured(
                    other, Empty(index, tick), (CapturePurpose)random.Next(0, 5), AreaFigures.None);
            case 13:
                return new AreaSample(
                    other,
                    index,
                    Index(),
                    tick,
                    random.Next(2) == 0 ? null! : [new StateBlock("W", 1, 1, [double.NaN])]);
            case 14:
                return new AreaFailed(other, Junk, null!);
            case 15:
                return new AreaFailed(other, Junk, Junk);
            case 16:
                int? area = random.Next(2) == 0 ? null : index;
                string name = random.Next(2) == 0 ? Junk : null!;
                return new AreaMeasures(
                    other, index, tick, [new Metric(network, tick, index, area, name, double.NaN)]);
            case 17:
                return new RecordedBlock(
                    network, other, index, Index(), Index(), Index(), random.Next(2) == 0 ? null! : [tick], [1]);
            case 18:
                return new Enrol(index, new BuildIdentity("another", "build", ""), Junk, "", Junk);
            case 19:
                return new Enrol(Enrol.CurrentProtocol, null!, null!, null!, null!);
            case 20:
                return new Enrolled(tick, Junk);
            case 21:
                return new Refused(Junk);
            case 22:
                return new RunOver(random.Next(2) == 0, Junk);
            case 23:
                return new RunOverHeard();
            case 24:
                return new OpenHost(plan.Run + random.Next(0, 2), network, other, index, Index());
            case 25:
                return new OpenHost(plan.Run, Index(), other, index, 0);
            case 26:
                return new HostOpened(network, other, index);
            case 27:
                return new HostAreas(null!, null!, null!, tick, null!);
            case 28:
                return new HostAreas(
                    ControlSamples.Plan(),
                    [index, Index()],
                    [Path()],
                    tick,
                    new ExecutionOptions { SharedFolder = Junk, Faults = new FrameFaults(1, 1, 1, 1) });
            case 29:
                return new HostAreas(
                    plan with { Layers = null!, Options = [null!], Schedule = new Schedule(null!, 1) },
                    [0, 0, 0, 0],
                    [Path()],
                    0,
                    ExecutionOptions.Default);
            case 30:
                return new RestoreArea(random.Next(2) == 0 ? null! : Empty(index, tick));
            case 31:
                return new AreasHosted(
                    [new HostedActor(Endpoint(), Path(), random.Next(2) == 0 ? null! : [Endpoint()])]);
            case 32:
                return new ConnectArea(Endpoint(), [new Peer(Endpoint(), Path())]);
            case 33:
                return new ReleaseAreas(network, other);
            case 34:
                return new SnapshotWritten(other, index, tick, tick, Junk);
            case 35:
            case 36:
            case 37:
                return new LinkPart(
                    network,
                    other,
                    index,
                    random.Next(2) == 0 ? random.Next(0, 100) : tick,
                    random.Next(-1, 3),
                    Payload());
            case 38:
                return new LinkAcknowledged(network, other, index, random.Next(2) == 0 ? random.Next(0, 100) : tick);
            default:
                return new CarriedBlock(
                    random.Next(2) == 0, random.Next(2) == 0 ? null! : new StateBlock(Junk, index, index, []), Index());
        }
    }

    private static AreaSnapshot Empty(int area, long tick) => new(new AreaState(area, tick, []), []);

    // Indices of areas and nodes, and others beside them.
    private int Index() => random.Next(4) switch
    {
        0 => random.Next(),
        1 => int.MinValue,
        2 => int.MaxValue,
        _ => random.Next(-2, plan.Top + 2),
    };

    private Endpoint Endpoint() =>
        random.Next(8) == 0 ? null! : new Endpoint((EndpointKind)random.Next(4), Index());

    private string Path() => s_paths[random.Next(s_paths.Length)];

    private string Role() => s_roles[random.Next(s_roles.Length)];

    private byte[] Payload()
    {
        if (random.Next(8) == 0)
            return null!;
        byte[] bytes = new byte[random.Next(3) == 0 ? 0 : random.Next(300)];
        random.NextBytes(bytes);
        return bytes;
    }
}
