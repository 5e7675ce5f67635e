using PalActors.Areas.Model;
using PalActors.Areas.Model.Metrics;
using PalActors.Areas.Model.Networks;
using PalActors.Areas.Model.Numerics;
using PalActors.Areas.Model.Parameters;
using PalActors.Areas.Model.Stimuli;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.TestKit;

/// <summary>
/// A network with transmission delays as one plain loop that keeps every emission ever made: the receiver at tick t takes the sender's emission of
/// tick t - d from the history, and for t - d &lt; 1 the values of the initial state. No rings, no frames, nothing to get wrong but the index.
/// </summary>
public sealed class HistoryLoop
{
    private readonly MicrocircuitParameters _parameters;
    private readonly Schedule _schedule;
    private readonly ScheduleCursor _cursor;
    private readonly IPresentations _stimulus;
    private readonly IPresentations _target;

    /// <summary>The network before tick 1.</summary>
    public HistoryLoop(INetworkBuilder network)
    {
        Network = network;
        _parameters = network.Parameters;
        _schedule = network.Schedule;
        _cursor = new ScheduleCursor(_schedule);
        _stimulus = network.BuildStimulus();
        _target = network.BuildTarget();
        Areas = [.. Enumerable.Range(1, _parameters.Top).Select(network.BuildArea)];
        Up = [.. Areas.Select(a => new List<double[]> { (double[])a.Pyramidal.Rate.Clone() })];
        Down = [.. Areas.Select(a => new List<double[]> { (double[])a.Pyramidal.U.Clone() })];
        Factors = [.. Areas.Select(a => new List<double[]> { Padding.Allocate(a.Size) })];
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

    /// <summary>What was shown: first tick, ticks, input rates, target voltages.</summary>
    public List<(long FirstTick, int Ticks, double[] Input, double[] Target)> Shown { get; } = [];

    /// <summary>What a run of this network measures, in order of tick, area and name.</summary>
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

    private static double[] At(List<double[]> history, long tick) => history[(int)Math.Max(0, tick)];

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
            Areas[i].Emit(_cursor.Flags, Up[i][^1], Down[i][^1], Areas[i].PartsDown == 2 ? Factors[i][^1] : default);
        }

        for (int i = 0; i < Areas.Length; i++)
        {
            bool top = i == Areas.Length - 1;
            int up = i == 0 ? 0 : _parameters.DelayUp[i - 1], down = top ? 0 : _parameters.DelayDown[i];
            Areas[i].Integrate(new TickInput
            {
                RateBelow = i == 0 ? Padding.Copy(Shown[^1].Input) : At(Up[i - 1], tick - up),
                RateBelowHeld = i == 0 && !_cursor.StartsPresentation,
                ProspectiveAbove = top ? default : At(Down[i + 1], tick - down),
                FactorsAbove = top ? default : At(Factors[i + 1], tick - down),
                AboveLearned = !top && Learns(tick - down - 1),
                Flags = _cursor.Phase.Flags,
                PresentationTick = _cursor.PresentationTick,
            });
        }

        if (_cursor.EndsPhase)
            Measure();
        Completed?.Invoke(tick);
    }

    private bool Learns(long tick) => tick >= 1 && (_schedule.Phases[_schedule.IndexOf(tick)].Flags & TickFlags.LearnForward) != 0;

    private void Present()
    {
        int phase = _schedule.IndexOf(Tick);
        int presentation = (int)((Tick - _cursor.Phase.FirstTick) / _cursor.Phase.PresentationTicks);
        double[] input = new double[_stimulus.Width], target = new double[_target.Width];
        _stimulus.Fill(phase, presentation, input);
        _target.Fill(phase, presentation, target);
        target.CopyTo(Areas[^1].Target, 0);
        Shown.Add((Tick, _cursor.Phase.PresentationTicks, input, target));
    }

    private void Measure()
    {
        Phase phase = _cursor.Phase;
        if (phase.Metric is not null)
        {
            ReadOut readOut = Areas[^1].ReadOut;
            Metrics.Add(new Metric(0, Tick, phase.Epoch, null, phase.Metric, (double)readOut.Correct / readOut.Total));
            readOut.Reset();
        }

        for (int area = 1; phase.RecordAlignment && area < Areas.Length; area++)
        {
            CorticalArea here = Areas[area - 1], above = Areas[area];
            Alignment alignment = Alignment.Measure(
                _parameters, area, above.W.ToRowMajor(), here.B!.ToRowMajor(), here.Basal[..here.Size], above.Basal[..above.Size]);
            Metrics.Add(new Metric(0, Tick, phase.Epoch, area, MetricNames.AngleWTB, alignment.AngleWTB));
            Metrics.Add(new Metric(0, Tick, phase.Epoch, area, MetricNames.AngleBPhiWTPhi, alignment.AngleBPhiWTPhi));
            Metrics.Add(new Metric(0, Tick, phase.Epoch, area, MetricNames.NormRatio, alignment.NormRatio));
        }
    }
}
