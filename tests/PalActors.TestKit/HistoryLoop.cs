using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Links;
using PalActors.Areas.Models.Microcircuit.Cells;
using PalActors.Areas.Models.Microcircuit.Circuits;
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
    private readonly AreaGraph _graph;
    private readonly Schedule _schedule;
    private readonly ScheduleCursor _cursor;
    private readonly IPresentations[] _stimuli;
    private readonly IPresentations[] _targets;
    private readonly ulong _seed;
    private readonly TransportedUpdates[] _updates;
    private readonly double[][] _inputs;

    /// <summary>Makes the network before tick 1.</summary>
    /// <param name="network">The network.</param>
    /// <param name="seed">Its seed, which jitter depends on.</param>
    public HistoryLoop(INetworkBuilder network, ulong seed = SmallPlans.Seed)
    {
        Network = network;
        _seed = seed;
        _parameters = network.Parameters;
        _graph = _parameters.Graph;
        _schedule = network.Schedule;
        _cursor = new ScheduleCursor(_schedule);
        _stimuli = [.. _graph.Inputs.Select(network.BuildStimulus)];
        _targets = [.. _graph.Targeted.Select(network.BuildTarget)];
        _inputs = [.. _graph.Cells.Select(Padding.Allocate)];
        Areas = [.. _graph.WithCells.Select(network.BuildArea)];
        Up = [.. Areas.Select(a => new List<double[]> { (double[])a.Pyramidal.Rate.Clone() })];
        Down = [.. Areas.Select(a => new List<double[]> { (double[])a.Pyramidal.U.Clone() })];
        Factors = [.. _graph.Pathways.Select(p => new List<double[]> { Padding.Allocate(_graph.Cells[p.To]) })];
        Unseen = [.. _graph.Pathways.Select(p => new List<double[]> { Padding.Allocate(_graph.Cells[p.To]) })];
        UsedUp = [.. _graph.Pathways.Select(_ => new List<long> { 0 })];
        UsedDown = [.. _graph.Pathways.Select(_ => new List<long> { 0 })];
        _updates = [.. _graph.Pathways.Select(p => new TransportedUpdates(_graph.Cells[p.To]))];
    }

    /// <summary>The network.</summary>
    public INetworkBuilder Network { get; }

    /// <summary>Areas with cells, ascending; in a chain 1 to the top.</summary>
    public CorticalArea[] Areas { get; }

    /// <summary>The last complete tick.</summary>
    public long Tick { get; private set; }

    /// <summary>Rates of each area (0 is area 1 of a chain) by tick; tick 0 is the initial state.</summary>
    public List<double[]>[] Up { get; }

    /// <summary>Prospective potentials of each area by tick.</summary>
    public List<double[]>[] Down { get; }

    /// <summary>Factors of the last update of W by tick, under BP, of each pathway.</summary>
    public List<double[]>[] Factors { get; }

    /// <summary>Basal potentials along other pathways by tick, of each pathway.</summary>
    public List<double[]>[] Unseen { get; }

    /// <summary>Emission from below that was used along each pathway, by tick; 0 is the initial state.</summary>
    public List<long>[] UsedUp { get; }

    /// <summary>Emission from above that was used along each pathway, by tick.</summary>
    public List<long>[] UsedDown { get; }

    /// <summary>Presentations so far: first tick, ticks, input rates, target voltages, of the first of each.</summary>
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
        foreach (CorticalArea area in Areas)
            Emit(area);
        foreach (CorticalArea area in Areas)
            Integrate(area, tick);
        if (_cursor.EndsPhase)
            Measure();
        Completed?.Invoke(tick);
    }

    private void Emit(CorticalArea area)
    {
        int place = _graph.PlaceOf(area.Index);
        Up[place].Add(Padding.Allocate(area.Size));
        Down[place].Add(Padding.Allocate(area.Size));
        area.Emit(_cursor.Flags);
        area.WriteUp(Up[place][^1]);
        area.WriteDown(Down[place][^1]);
        for (int i = 0; i < area.Forward.Pathways.Count; i++)
        {
            BasalPathway below = area.Forward.Pathways[i];
            int pathway = below.Pathway.Index;
            Factors[pathway].Add(Padding.Allocate(area.Size));
            Unseen[pathway].Add(Padding.Allocate(area.Size));
            below.Sent?.Emit(Factors[pathway][^1], default);
            if (area.Forward.Pathways.Count > 1)
                area.WriteUnseen(i, Unseen[pathway][^1]);
        }
    }

    private void Integrate(CorticalArea area, long tick)
    {
        LinkOptions links = _parameters.Links;
        TickFlags flags = _cursor.Phase.Flags;
        for (int i = 0; i < area.Forward.Pathways.Count; i++)
        {
            Pathway below = area.Forward.Pathways[i].Pathway;
            if (!below.HasFeedback)
            {
                UsedUp[below.Index].Add(tick);
                area.TakeBelow(i, flags, _inputs[below.From], tick, isHeld: !_cursor.StartsPresentation);
                continue;
            }

            List<double[]> rates = Up[_graph.PlaceOf(below.From)];
            for (int ahead = 1; ahead <= area.Lookahead; ahead++)
                area.Foresee(ahead, At(rates, Math.Max(0, tick + ahead - links.DelayUp[below])));
            int late = links.DelayUp[below] + Drawn(links.JitterUp[below], LinkOf(below), tick);
            long emission = Math.Max(0, tick - late);
            UsedUp[below.Index].Add(emission);
            area.TakeBelow(i, flags, At(rates, emission), emission, isHeld: false);
        }

        IReadOnlyList<ApicalPathway> pathways = area.IsHidden ? area.Hidden.Pathways : [];
        for (int i = 0; i < pathways.Count; i++)
        {
            Pathway above = pathways[i].Pathway;
            int late = links.DelayDown[above] + Drawn(links.JitterDown[above], LinkOf(above) + 1, tick);
            long emission = Math.Max(0, tick - late);
            bool counts = area.Transports[i] is not null && links.DelaysVary;
            if (counts)
                TakeUpdates(above, UsedDown[above.Index].Max(), emission);
            UsedDown[above.Index].Add(emission);
            area.TakeAbove(
                i,
                At(Down[_graph.PlaceOf(above.To)], emission),
                At(Unseen[above.Index], emission),
                emission,
                new TransportedInput
                {
                    Factors = At(Factors[above.Index], emission),
                    Learned = !counts && Learns(emission - 1, above),
                    Updates = counts ? _updates[above.Index] : null,
                });
        }

        area.Integrate(flags, _cursor.PresentationTick, _cursor.PhaseTick);
    }

    // Twice the number of a projection, which is that of its lower area where it leads to the next one.
    private static int LinkOf(Pathway pathway) =>
        2 * (pathway.From + (pathway.To == pathway.From + 1 ? 0 : 2048 * (1 + pathway.To)));

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
    private void TakeUpdates(Pathway pathway, long before, long now)
    {
        TransportedUpdates updates = _updates[pathway.Index];
        updates.Begin(Math.Max(before, now));
        for (long emission = before + 1; emission <= now; emission++)
        {
            if (Learns(emission - 1, pathway))
                updates.Add(Factors[pathway.Index][(int)emission], UsedUp[pathway.Index][(int)emission - 2]);
        }
    }

    private bool Learns(long tick, Pathway pathway) =>
        tick >= 1 && (_schedule.Phases[_schedule.IndexOf(tick)].Flags & TickFlags.LearnForward) != 0
        && !(_parameters.Perturbations.Resting("W", pathway)?.At(tick) ?? false);

    private void Present()
    {
        int phase = _schedule.IndexOf(Tick);
        int presentation = (int)((Tick - _cursor.Phase.FirstTick) / _cursor.Phase.PresentationTicks);
        double[][] inputs = [.. _stimuli.Select(Values)], targets = [.. _targets.Select(Values)];
        for (int i = 0; i < inputs.Length; i++)
            inputs[i].CopyTo(_inputs[_graph.Inputs[i]], 0);
        for (int i = 0; i < targets.Length; i++)
            targets[i].CopyTo(Areas[_graph.PlaceOf(_graph.Targeted[i])].Target.Shown, 0);
        Shown.Add((Tick, _cursor.Phase.PresentationTicks, inputs[0], targets.FirstOrDefault([])));

        double[] Values(IPresentations presentations)
        {
            double[] values = new double[presentations.Width];
            presentations.Fill(phase, presentation, values);
            return values;
        }
    }

    private void Measure()
    {
        Phase phase = _cursor.Phase;
        if (phase.Metric is not null && _graph.ReadOut is { } area)
        {
            ReadOut readOut = Areas[_graph.PlaceOf(area)].Target.ReadOut!;
            Metrics.Add(new Metric(0, Tick, phase.Epoch, null, phase.Metric, (double)readOut.Correct / readOut.Total));
            readOut.Reset();
        }

        if (!phase.RecordAlignment)
            return;
        foreach (Pathway pathway in _graph.Feedback)
        {
            CorticalArea here = Areas[_graph.PlaceOf(pathway.From)], above = Areas[_graph.PlaceOf(pathway.To)];
            ApicalPathway up = here.Hidden.Pathways.First(one => one.Pathway == pathway);
            Cancellation cancellation = Cancellation.Measure(
                up.Q.ToRowMajor(), up.B.ToRowMajor(), up.Apical.AsSpan(0, here.Size));
            Add(pathway, MicrocircuitMetrics.CancellationRatio, cancellation.WeightRatio);
            Add(pathway, MicrocircuitMetrics.ApicalSize, cancellation.ApicalSize);
            Alignment alignment = Alignment.Measure(
                _parameters,
                pathway,
                above.Forward.Pathways.First(one => one.Pathway == pathway).W.ToRowMajor(),
                up.B.ToRowMajor(),
                here.Basal[..here.Size],
                above.Basal[..above.Size]);
            Add(pathway, MicrocircuitMetrics.AngleWTB, alignment.AngleWTB);
            Add(pathway, MicrocircuitMetrics.AngleBPhiWTPhi, alignment.AngleBPhiWTPhi);
            Add(pathway, MicrocircuitMetrics.NormRatio, alignment.NormRatio);
        }

        void Add(Pathway pathway, string name, double value) =>
            Metrics.Add(new Metric(0, Tick, phase.Epoch, pathway.From, name, value)
            {
                To = _graph.IsChain ? null : pathway.To,
            });
    }
}
