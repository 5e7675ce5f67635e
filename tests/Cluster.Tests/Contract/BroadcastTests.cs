using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Links;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.Echo;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Contract;

/// <summary>A link may join areas that are no neighbours: a broadcast from the top, without a link back.</summary>
public sealed class BroadcastTests
{
    [Theory]
    [InlineData(0, 0, 0.0)]
    [InlineData(0, 0, 0.2)]
    [InlineData(4, 3, 0.0)]
    [InlineData(4, 3, 0.2)]
    public async Task TheFirstAreaReceivesEveryEmissionOfTheTop(int delay, int broadcast, double faults)
    {
        NetworkPlan plan = SmallPlans.YinYang(
            "PAL",
            layers: [4, 6, 5, 3],
            train: 40,
            validation: 10,
            options: [$"delay_up={delay}", $"delay_down={delay}"]) with
        { Cells = "broadcast", Model = "broadcast" };
        BroadcastModel model = new(broadcast, delay);
        FrameFaults? chaos = faults > 0 ? new FrameFaults(5, faults, faults, faults) : null;
        RunSettings settings = new() { ThreadsPerNetwork = 1, Execution = new ExecutionOptions { Faults = chaos } };

        NetworkOutcome outcome = Assert.Single(await LocalRun.RunAsync(
            CellModels.All.With(model), [plan], settings, new RecordingObserver(), CancellationToken.None));

        // The echo emits its mix of two ticks before the last complete one.
        double[][][] mixes = EchoOracle.Run(plan, delay, outcome.Tick);
        Assert.Equal(
            Enumerable.Range(1, (int)outcome.Tick).Select(tick => mixes[Math.Max(0, tick - broadcast - 3)][3][0]),
            model.Received);
    }

    private sealed class BroadcastModel(int broadcast, int delay) : IAreaModel
    {
        public string Name => "broadcast";

        public string Summary => "an echo whose top area broadcasts to the first one";

        public List<double> Received { get; } = [];

        public INetwork Bind(NetworkPlan plan, INetworkServices services)
        {
            // The way back has two links up and one area between them.
            LinkTiming timing = new(broadcast, (2 * delay) + 1, 0, 0);
            return new BroadcastNetwork(plan, services, timing, Received);
        }
    }

    private sealed class BroadcastNetwork(
        NetworkPlan plan, INetworkServices services, LinkTiming timing, List<double> received) : INetwork
    {
        private readonly EchoNetwork _echo = new(plan, services);

        public LinkOptions Links => _echo.Links;

        public IPresentations BuildSource(Endpoint source) => _echo.BuildSource(source);

        public IArea BuildArea(int area)
        {
            AreaPorts ports = new PathwayLinks(plan.Graph, Links, services.DrawJitter).Ports(area);
            IncomingPort from = new(FrameKind.Down, 3, 3, 1) { Timing = timing };
            OutgoingPort to = new(FrameKind.Down, 1, 3, 1, timing);
            return area switch
            {
                1 => new Listener(
                    new EchoArea(1, plan.Layers[1], ports with { Incoming = [.. ports.Incoming, from] }), received),
                3 => new EchoArea(3, plan.Layers[3], ports with { Outgoing = [.. ports.Outgoing, to] }),
                _ => new EchoArea(area, plan.Layers[area], ports),
            };
        }
    }

    private sealed class Listener(EchoArea area, List<double> received) : IArea
    {
        public int Index => area.Index;

        public long Tick => area.Tick;

        public AreaPorts Ports => area.Ports;

        public void Emit(in TickContext tick, in Emission to) => area.Emit(tick, to);

        public void Integrate(in TickContext tick, in Arrivals from)
        {
            received.Add(from[2].Chosen > 0 ? from[2].Part(0)[0] : 0);
            area.Integrate(tick, from);
        }

        public AreaState Capture(CaptureKind kind) => area.Capture(kind);

        public void Restore(AreaState state) => area.Restore(state);

        public IMeasurement Measure(in MeasureContext when) => area.Measure(when);

        public StateBlock[] SampleFor(int neighbour) => area.SampleFor(neighbour);
    }
}
