using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Links;
using PalActors.Areas.Contract.Models;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Echo;

/// <summary>A toy cell model: each area passes on a mix of what it heard, three ticks later.</summary>
public sealed class EchoModel : IAreaModel
{
    public string Name => "echo";

    public string Summary => "a toy: each area passes on a mix of what it heard";

    public IReadOnlyList<ObservableDescriptor> Observables { get; } =
        [new("mix", "x", "1", ObservableHome.AboveInput, ObservableAxis.Here, ObservableAxis.None, "the newest mix")];

    public IReadOnlyList<MetricDescriptor> Metrics { get; } =
        [new("difference", "x - x above", "1", MetricHome.Feedback, MetricForm.Magnitude, "own mix less that above")];

    public INetwork Bind(NetworkPlan plan, INetworkServices services) => new EchoNetwork(plan, services);
}

/// <summary>A network of <see cref="EchoArea"/>.</summary>
public sealed class EchoNetwork(NetworkPlan plan, INetworkServices services) : INetwork
{
    public LinkOptions Links { get; } = LinkOptions.Of(plan);

    public IArea BuildArea(int area) =>
        new EchoArea(area, plan.Layers[area], new PathwayLinks(plan.Graph, Links, services.DrawJitter).Ports(area));

    public IPresentations BuildSource(Endpoint source) =>
        source.Kind == EndpointKind.Target ? services.BuildTargets() : services.BuildInputs();
}

/// <summary>An area of the toy.</summary>
public sealed class EchoArea(int index, int size, AreaPorts ports) : IArea
{
    // The delay line: the mixes of the last ticks, each at its tick modulo the length.
    private readonly double[][] _x = [.. Enumerable.Range(0, 3).Select(_ => new double[size])];

    public int Index => index;

    public long Tick { get; private set; }

    public AreaPorts Ports => ports;

    private double[] Newest => _x[Tick % _x.Length];

    private double[] Oldest => _x[(Tick + 1) % _x.Length];

    /// <summary>The next mix of a neuron.</summary>
    public static double Mix(double x, double below, double above) => (0.5 * x) + (0.25 * below) - (0.125 * above);

    public void Emit(in TickContext tick, in Emission to)
    {
        for (int port = 0; port < ports.Outgoing.Count; port++)
            Oldest.CopyTo(to.Part(port, 0));
    }

    public void Integrate(in TickContext tick, in Arrivals from)
    {
        double below = Mean(from[0], ports.Incoming[0].Width), above = Mean(from[1], ports.Incoming[1].Width);
        for (int i = 0; i < size; i++)
            Oldest[i] = Mix(Newest[i], below + i, above);
        Tick = tick.Tick;
    }

    public AreaState Capture(CaptureKind kind) =>
        new(index, Tick, [.. _x.Select((x, k) => new StateBlock($"x_{k}", size, 1, [.. x]))]);

    public void Restore(AreaState state)
    {
        for (int k = 0; k < _x.Length; k++)
            state.Blocks[k].Values.CopyTo(_x[k], 0);
        Tick = state.Tick;
    }

    public Func<int, int, double> Observe(string observable, int area) => (row, _) => Newest[row];

    public IMeasurement Measure(in MeasureContext when) => when.IsAlignment && ports.SamplesFrom.Count > 0
        ? new Difference(when, index, Newest[0], ports)
        : KnownMeasurement.None;

    public StateBlock[] SampleFor(int neighbour) => [new StateBlock("x", 1, 1, [Newest[0]])];

    public bool IsSample(int neighbour, StateBlock[] sample) => sample is [{ Values.Length: 1 }];

    // Emission 0 is the state before tick 1, which never travels: here all zeros.
    private static double Mean(Arrival arrival, int width)
    {
        double sum = 0;
        for (int i = 0; arrival.Chosen > 0 && i < width; i++)
            sum += arrival.Part(0)[i];
        return sum / width;
    }

    private sealed class Difference(MeasureContext when, int area, double own, AreaPorts ports) : IMeasurement
    {
        public IReadOnlyList<int> Needs => ports.SamplesFrom;

        public Metric[] Complete(IReadOnlyList<StateBlock[]> samples) =>
            [new(when.Network, when.Tick, when.Phase.Epoch, area, "difference", own - samples[0][0].Values[0])];
    }
}
