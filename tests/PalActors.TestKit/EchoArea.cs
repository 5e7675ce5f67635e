using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Links;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;
using PalActors.Messages.Plan;

namespace PalActors.TestKit;

/// <summary>
/// A toy cell model: each neuron mixes its own value with the means of what arrives from below and above.
/// </summary>
/// <param name="plan">The network.</param>
/// <param name="index">The area.</param>
/// <param name="delay">Delay of every link between areas, ticks.</param>
public sealed class EchoArea(NetworkPlan plan, int index, int delay) : IArea
{
    private readonly LinkTiming _timing = new(delay, delay, 0, 0);
    private double[] _x = new double[plan.Layers[index]];

    public int Index => index;

    public long Tick { get; private set; }

    public int Lookahead => 0;

    public AreaPorts Ports => new(
        [
            index == 1
                ? new IncomingPort(FrameKind.Stimulus, 0, plan.Layers[0], 1)
                : From(FrameKind.Up, index - 1),
            index == plan.Top
                ? new IncomingPort(FrameKind.Target, index, _x.Length, 1)
                : From(FrameKind.Down, index + 1),
        ],
        [
            .. new[] { (FrameKind.Up, index + 1), (FrameKind.Down, index - 1) }
                .Where(link => link.Item2 >= 1 && link.Item2 <= plan.Top)
                .Select(link => new OutgoingPort(link.Item1, link.Item2, _x.Length, 1, _timing)),
        ],
        index > 1 ? [index - 1] : [],
        index < plan.Top ? [index + 1] : []);

    /// <summary>The mix: x of the next tick from x and both means.</summary>
    public static double Mix(double x, double below, double above) => (0.5 * x) + (0.25 * below) - (0.125 * above);

    public void Emit(in TickContext tick, in Emission to)
    {
        for (int port = 0; port < (index > 1 && index < plan.Top ? 2 : 1); port++)
            _x.CopyTo(to.Part(port, 0));
    }

    public void Integrate(in TickContext tick, in Arrivals from)
    {
        double below = Mean(from[0], plan.Layers[index - 1]);
        double above = Mean(from[1], plan.Layers[Math.Min(index + 1, plan.Top)]);
        for (int i = 0; i < _x.Length; i++)
            _x[i] = Mix(_x[i], below + i, above);
        Tick = tick.Tick;
    }

    public AreaState Capture(CaptureKind kind) => new(index, Tick, [new StateBlock("x", _x.Length, 1, [.. _x])]);

    public void Restore(AreaState state) => (_x, Tick) = ([.. state.Blocks[0].Values], state.Tick);

    public NonFinite? FirstNonFinite() => null;

    public IMeasurement Measure(in MeasureContext when) => new Echoed(when, index, _x[0], Ports.SamplesFrom);

    public StateBlock[] SampleFor(int neighbour) => [new StateBlock("x", 1, 1, [_x[0]])];

    public bool IsSample(int neighbour, StateBlock[] sample) => sample is [{ Values.Length: 1 }];

    public IAreaRecorder Record(RecordingPlan[] recordings, int network, int generation) =>
        throw new NotSupportedException();

    private IncomingPort From(FrameKind kind, int area) => new(kind, area, plan.Layers[area], 1) { Timing = _timing };

    // Before tick 1 all values are 0.
    private static double Mean(Arrival arrival, int width)
    {
        double sum = 0;
        if (arrival.Chosen > 0)
        {
            foreach (double value in arrival.Part(0)[..width])
                sum += value;
        }

        return sum / width;
    }

    // How far an area is from the one above, at alignments: a measure that needs a sample.
    private sealed class Echoed(MeasureContext when, int area, double own, IReadOnlyList<int> neighbours) : IMeasurement
    {
        public IReadOnlyList<int> Needs => when.IsAlignment ? neighbours : [];

        public Metric[] Complete(IReadOnlyList<StateBlock[]> samples) =>
            [.. samples.Select(sample => Of(own - sample[0].Values[0]))];

        private Metric Of(double value) =>
            new(when.Network, when.Tick, when.Phase.Epoch, area, "difference", value);
    }
}
