using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.Microcircuit.Metrics;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Wire;

/// <summary>At least one sample of every control message; a type without one fails the tests.</summary>
internal static class ControlSamples
{
    public static IReadOnlyList<IControlMessage> All { get; } =
    [
        new Connect(
            "akka://a/user/b",
            [
                new Peer(Endpoint.Of(2), "path with spaces and umlauts: äöü"),
                new Peer(new Endpoint(EndpointKind.Target, 3), ""),
            ]),
        new Hello("Below"),
        new HelloBack(""),
        new Connected(1, new Endpoint(EndpointKind.Stimulus, 0)),
        new Horizon(2, long.MaxValue, 0),
        new TickReached(int.MaxValue, 3, 1234567890123, new AreaFigures(long.MaxValue, 2, 3, 1.5, [])),
        new PresentationsUsed(3) { ThroughTick = 100 },
        new FrameRequest(1, FrameKind.Target, 3, 7),
        new CaptureState(1, 0, CapturePurpose.Snapshot),
        new StateCaptured(
            1,
            new AreaSnapshot(State(), [new StateBlock("up", 1, 2, [1, 2])]),
            CapturePurpose.Final,
            new AreaFigures(1, 2, 3, 0.5, [new LinkStaleness(2, "up", [4, 5]), new LinkStaleness(2, "down", [6])])
            {
                Links = [new LinkTraffic(1, 2, "up", 3, long.MaxValue), new LinkTraffic(3, 2, "down", 0, 0)],
            }),
        new StateCaptured(1, new AreaSnapshot(new AreaState(1, 0, []), []), CapturePurpose.Observe, AreaFigures.None),
        new AreaSample(1, 2, 1, 100, [new StateBlock("W", 1, 3, [1.5, -0.0, double.Epsilon])]),
        new AreaFailed(1, "area-2", "InvalidOperationException: it broke"),
        new AreaDiverged(1, new Divergence(1234567890123, 7, 2, "v_bas", "NaN")),
        new SnapshotUnusable(1, 2, 3, "W", "-Infinity"),
        new AreaMeasures(1, 2, 100, []),
        new AreaMeasures(
            1,
            2,
            100,
            [
                new(0, 100, 1, null, CommonMetrics.AccuracyTest, 0.5),
                new(0, 100, 1, 2, MicrocircuitMetrics.AngleWTB, 89.999999999999986),
            ]),
        new RecordedBlock(1, 2, 3, 4, 0, 2, [100, 200], [1, -0.0, double.MaxValue, double.Epsilon]),
        new RecordedBlock(0, 1, 0, 0, 8192, 10000, [long.MaxValue], []),
        new Enrol(1, new BuildIdentity("00ff", "0.1.0", "abc.modified"), "10.0.0.1:40001", "", Enrol.NoData),
        new Enrolled(long.MaxValue, "yin-yang"),
        new IdentifyData(
            new DataIdentity("mnist", "/data", [new SplitUse("test", 10), new SplitUse("train", 20)], "00ff")),
        new IdentifyData(new DataIdentity("own data", "/data", [], "00ff")
        {
            Options = [new PlanOption("file", ["a.csv", "b.csv"])],
        }),
        new Refused("the seed is another build"),
        new SeedName("127.0.0.1", 4053),
        new RunOver(true, "the run is over"),
        new RunOverHeard(),
        new OpenHost(long.MaxValue, 1, 2, 3, 0),
        new HostOpened(1, 2, 3),
        new HostEnded(1, 2, 3),
        new HostAreas(Plan(), [0, 0, 1, 1], ["a", "b"], 100, ExecutionOptions.Default),
        new HostAreas(Plan(), [0, 0, 0, 0], ["a"], 0, Execution),
        new HostAreas(Perturbed(), [0, 0, 0, 0], ["a"], 0, ExecutionOptions.Default),
        new HostAreas(Batches(), [0, 0, 0, 0], ["a"], 0, ExecutionOptions.Default),
        new RestoreArea(new AreaSnapshot(State(), [])),
        new AreasHosted(
            [new HostedActor(Endpoint.Of(1), "a", [Endpoint.Of(2), new Endpoint(EndpointKind.Stimulus, 0)])]),
        new ConnectArea(new Endpoint(EndpointKind.Target, 3), [new Peer(Endpoint.Of(3), "a")]),
        new SnapshotWritten(1, 2, 3, 4, "00ff"),
        new LinkPart(0, 1, LinkPart.Clock, 7, 2, [1, 2, 255]),
        new LinkAcknowledged(0, 1, 2, 7),
        new CarriedBlock(true, new StateBlock("down", 7, 2, [0.5, -0.0]), 11),
        new ReleaseAreas(0, 1),
    ];

    /// <summary>All types of control messages that exist.</summary>
    public static IReadOnlyList<Type> Types { get; } =
        [.. typeof(IControlMessage).Assembly.GetTypes().Where(IsMessage)];

    public static AreaState State() => new(
        2, 77, [new StateBlock("W", 2, 2, [1, -0.0, 1e-310, 0.1]), new StateBlock("u", 1, 1, [double.MaxValue])]);

    public static NetworkPlan Plan() => SmallPlans.YinYang("PAL") with
    {
        Seed = ulong.MaxValue,
        Label = "no-feedback",
        DataFolder = "digits",
        Recordings = Recordings,
    };

    private static NetworkPlan Batches()
    {
        NetworkPlan plan = Plan();
        Phase[] phases =
            [.. plan.Schedule.Phases.Select(phase => phase with { Batch = 5, Pool = (5 * phase.Presentations) + 3 })];
        return plan with { TargetsAreInputs = true, Schedule = plan.Schedule with { Phases = phases } };
    }

    private static NetworkPlan Perturbed() => Plan() with
    {
        Options = [new PlanOption("eta_fw", ["1"]) { Later = [new EpochValues(1, ["0.5", "0.25"])] }],
        Perturbations =
        [
            new(PerturbationKind.Cells, 1, 1, FirstTick: 3, LastTick: long.MaxValue - 1) { Cells = [0, 2] },
            new(PerturbationKind.Rule, 0, 1, FirstTick: 1, LastTick: 2) { Rule = "W" },
        ],
    };

    private static bool IsMessage(Type type) =>
        type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(IControlMessage));

    // Made on demand: as stored values they would still be null when the samples above are made.
    private static ExecutionOptions Execution => new()
    {
        Pace = 0.5,
        Window = 7,
        PieceSize = 4096,
        SharedFolder = "shared",
        Faults = new FrameFaults(1, 0.1, 0.2, 0.3) { Links = [[0, 1], [2, 1]] },
    };

    private static RecordingPlan[] Recordings =>
        [new("W", [1, 2], [], 100, []), new("prospective_potential", [1], [0, 3], 0, [1, 5_000_000_000])];
}
