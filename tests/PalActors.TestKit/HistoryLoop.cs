using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Links;
using PalActors.Areas.Models.Microcircuit.Cells;
using PalActors.Areas.Models.Microcircuit.Cortex;
using PalActors.Areas.Models.Microcircuit.Metrics;
using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Models.Microcircuit.Transport;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.TestKit;

/// <summary>A network with transmission delays as one plain loop that keeps every emission ever made.</summary>
/// <remarks>
/// The receiver at tick t takes the sender's emission of tick t - d from the history, and for t - d &lt; 1 the values
/// of the initial state. With jitter it takes that of tick t - d - j(t). No rings and no frames: only the index can be
/// wrong.
/// </remarks>
public sealed class HistoryLoop
{
    private readonly MicrocircuitParameters _parameters;
    private readonly Schedule _schedule;
    private readonly ScheduleCursor _cursor;
    private readonly IPresentations _stimulus;
    private readonly IPresentations _target;
    private readonly ulong _seed;
    private readonly TransportedUpdates[] _updates;

    /// <summary>Makes the network before tick 1.</summary>
    /// <param name="network">The network.</param>
    /// <param name="seed">Its seed, which jitter depends on.</param>
    public HistoryLoop(INetworkBuilder network, ulong seed = SmallPlans.Seed)
    {
        Network = network;
        _seed = seed;
        _parameters = network.Parameters;
        _schedule = network.Schedule;
        _cursor = new ScheduleCursor(_schedule);
        _stimulus = network.BuildStimulus();
        _target = network.BuildTarget();
        Areas = [.. Enumerable.Range(1, _parameters.Top).Select(network.BuildArea)];
        Up = [.. Areas.Select(a => new List<double[]> { (double[])a.Pyramidal.Rate.Clone() })];
        Down = [.. Areas.Select(a => new List<double[]> { (double[])a.Pyramidal.U.Clone() })];
        Factors = [.. Areas.Select(a => new List<double[]> { Padding.Allocate(a.Size) })];
        UsedBelow = [.. Areas.Select(_ => new List<long> { 0 })];
        UsedAbove = [.. Areas.Select(_ => new List<long> { 0 })];
        _updates = [.. Areas.Select(a => new TransportedUpdates(a.SizeAbove))];
    }

    /// <summary>The network.</summary>
    public INetworkBuilder Network { get; }

    /// <summary>Areas 1 to the top.</summary>
    public CorticalArea[] Areas { get; }

    /// <summary>The last complete tick.</summary>
    public long Tick { get; private set; }

    /// <summary>Rates of each area (0 is area 1) by tick; tick 0 is the initial state.</summary>
    public List<double[]>[] Up { get; }

    /// <summary>Prospective potentials of each area by tick.</summary>
    public List<double[]>[] Down { get; }

    /// <summary>Factors of the last update of W by tick, under BP.</summary>
    public List<double[]>[] Factors { get; }

    /// <summary>Emission from below that each area (0 is area 1) used, by tick; 0 is the initial state.</summary>
    public List<long>[] UsedBelow { get; }

    /// <summary>The emission of the area above that each area used, by tick.</summary>
    public List<long>[] UsedAbove { get; }

    /// <summary>Presentations so far: first tick, ticks, input rates, target voltages.</summary>
    public List<(long FirstTick, int Ticks, double[] Input, double[] Target)> Shown { get; } = [];

    /// <summary>Measures of a run of this network, in order of tick, area and name.</summary>
    public List<Metric> Metrics { get; } = [];

    /// <summary>Called after each tick.</summary>
    public Action<long>? Completed { get; init; }

    /// <summary>Runs up to and including <paramref name="tick"/>.</summary>
    public HistoryLoop RunTo(long tick)
    {
        while (Tick < tick)
            Step();
        return this;
    }

    /// <summary>Captures all areas.</summary>
    public AreaState[] Capture() => [.. Areas.Select(a => a.Capture())];

    private static double[] At(List<double[]> history, long tick) => history[(int)tick];

    private void Step()
    {
        long tick = ++Tick;
        _cursor.MoveTo(tick);
        if (_cursor.StartsPresentation)
            Present();
        for (int i = 0; i < Areas.Length; i++)
        {
            Up[i].Add(Padding.Allocate(Areas[i].Size));
            Down[i].Add(Padding.Allocate(Areas[i].Size));
            Factors[i].Add(Padding.Allocate(Areas[i].Size));
            Areas[i].Emit(_cursor.Flags, Up[i][^1], Down[i][^1], Areas[i].PartsDown > 1 ? Factors[i][^1] : default);
        }

        for (int i = 0; i < Areas.Length; i++)
        {
            bool top = i == Areas.Length - 1;
            // Areas[i] is area i + 1; a link is named after its lower area.
            LinkOptions links = _parameters.Links;
            long below = i == 0
                ? tick
                : Math.Max(0, tick - links.DelayUp[i] - Drawn(links.JitterUp, 2 * i, tick));
            long above = top
                ? 0
                : Math.Max(0, tick - links.DelayDown[i + 1] - Drawn(links.JitterDown, (2 * (i + 1)) + 1, tick));
            UsedBelow[i].Add(below);
            UsedAbove[i].Add(above);
            bool counts = !top && Areas[i + 1].PartsDown == 3;
            if (counts)
                TakeUpdates(i, UsedAbove[i].Take((int)tick).Max(), above);
            for (int ahead = 1; ahead <= Areas[i].Lookahead; ahead++)
                Areas[i].Foresee(ahead, At(Up[i - 1], Math.Max(0, tick + ahead - _parameters.Links.DelayUp[i])));
            Areas[i].Integrate(new TickInput
            {
                RateBelow = i == 0 ? Padding.Copy(Shown[^1].Input) : At(Up[i - 1], below),
                RateBelowEmission = below,
                RateBelowHeld = i == 0 && !_cursor.StartsPresentation,
                ProspectiveAbove = top ? default : At(Down[i + 1], above),
                Transported = top ? default : new TransportedInput
                {
                    Factors = At(Factors[i + 1], above),
                    Learned = !counts && Learns(above - 1),
                    Updates = counts ? _updates[i] : null,
                },
                Flags = _cursor.Phase.Flags,
                PresentationTick = _cursor.PresentationTick,
                PhaseTick = _cursor.PhaseTick,
            });
        }

        if (_cursor.EndsPhase)
            Measure();
        Completed?.Invoke(tick);
    }

    private int Drawn(Jitter jitter, int link, long tick)
    {
        if (jitter.Distribution == "uniform")
        {
            int values = 1 + (int)Math.Min(jitter.Scale, jitter.Largest);
            return (int)Math.Floor(values * CounterRandom.Uniform(_seed, RandomStream.Jitter, link, 0, tick));
        }

        Span<double> z = [0];
        CounterRandom.Normals(_seed, RandomStream.Jitter, link, tick, z);
        double scale = jitter.Scale, drawn = jitter.Distribution switch
        {
            "none" => 0,
            "normal" => scale * z[0],
            "lognormal" => scale * PortableMath.Exp(z[0] / 2),
            string other => throw new InvalidOperationException($"The loop knows no distribution '{other}'."),
        };
        return Math.Max(0, Math.Min(jitter.Largest, (int)Math.Round(drawn, MidpointRounding.ToEven)));
    }

    // Takes all updates in the emissions after the newest one used before, up to the one used now. Each was made a tick
    // before, with what the area above had used another tick before.
    private void TakeUpdates(int area, long before, long now)
    {
        _updates[area].Begin(Math.Max(before, now));
        for (long emission = before + 1; emission <= now; emission++)
        {
            if (Learns(emission - 1))
                _updates[area].Add(Factors[area + 1][(int)emission], UsedBelow[area + 1][(int)emission - 2]);
        }
    }

    private bool Learns(long tick) =>
        tick >= 1 && (_schedule.Phases[_schedule.IndexOf(tick)].Flags & TickFlags.LearnForward) != 0;

    private void Present()
    {
        int phase = _schedule.IndexOf(Tick);
        int presentation = (int)((Tick - _cursor.Phase.FirstTick) / _cursor.Phase.PresentationTicks);
        double[] input = new double[_stimulus.Width], target = new double[_target.Width];
        _stimulus.Fill(phase, presentation, input);
        _target.Fill(phase, presentation, target);
        target.CopyTo(Areas[^1].Top.Target, 0);
        Shown.Add((Tick, _cursor.Phase.PresentationTicks, input, target));
    }

    private void Measure()
    {
        Phase phase = _cursor.Phase;
        if (phase.Metric is not null)
        {
            ReadOut readOut = Areas[^1].Top.ReadOut;
            Metrics.Add(new Metric(0, Tick, phase.Epoch, null, phase.Metric, (double)readOut.Correct / readOut.Total));
            readOut.Reset();
        }

        for (int area = 1; phase.RecordAlignment && area < Areas.Length; area++)
        {
            CorticalArea here = Areas[area - 1], above = Areas[area];
            Alignment alignment = Alignment.Measure(
                _parameters,
                area,
                above.W.ToRowMajor(),
                here.Hidden.B.ToRowMajor(),
                here.Basal[..here.Size],
                above.Basal[..above.Size]);
            Add(area, MicrocircuitMetrics.AngleWTB, alignment.AngleWTB);
            Add(area, MicrocircuitMetrics.AngleBPhiWTPhi, alignment.AngleBPhiWTPhi);
            Add(area, MicrocircuitMetrics.NormRatio, alignment.NormRatio);
        }

        void Add(int area, string name, double value) =>
            Metrics.Add(new Metric(0, Tick, phase.Epoch, area, name, value));
    }
}
