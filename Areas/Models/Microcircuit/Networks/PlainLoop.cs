using PalActors.Areas.Contract;
using PalActors.Areas.Models.Microcircuit.Cells;
using PalActors.Areas.Models.Microcircuit.Circuits;
using PalActors.Areas.Models.Microcircuit.Cortex;
using PalActors.Areas.Models.Microcircuit.Transport;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Networks;

/// <summary>Network as one plain single-threaded loop over its areas: no actors, no messages, no delays.</summary>
/// <remarks>
/// What the actors must equal to the bit; and how a teacher, or a network that is only probed, is computed.
/// </remarks>
public sealed class PlainLoop
{
    private readonly AreaGraph _graph;
    private readonly ScheduleCursor _cursor;
    private readonly Schedule _schedule;
    private readonly Dictionary<int, CorticalArea> _byNumber;
    private readonly Dictionary<int, IPresentations> _stimuli;
    private readonly Dictionary<int, IPresentations> _targets;
    private readonly double[][] _up;
    private readonly double[][] _down;
    private readonly double[][] _unseen;
    private readonly double[][] _factors;
    private bool _learned;

    /// <summary>Network before tick 1, or restored.</summary>
    public PlainLoop(INetworkBuilder network, IReadOnlyList<AreaState>? states = null, bool learnedBefore = false)
    {
        _graph = network.Parameters.Graph;
        Areas = [.. _graph.WithCells.Select(network.BuildArea)];
        _byNumber = Areas.ToDictionary(area => area.Index);
        foreach (AreaState state in states ?? [])
            _byNumber[state.Area].Restore(state);
        _learned = learnedBefore;
        _schedule = network.Schedule;
        _cursor = new ScheduleCursor(_schedule);
        _stimuli = _graph.Inputs.ToDictionary(input => input, network.BuildStimulus);
        _targets = _graph.Targeted.ToDictionary(area => area, network.BuildTarget);
        _up = [.. _graph.Cells.Select(Padding.Align)];
        _down = [.. _graph.Cells.Select(Padding.Align)];
        _unseen = [.. _graph.Pathways.Select(pathway => Padding.Align(_graph.Cells[pathway.To]))];
        _factors = [.. _graph.Pathways.Select(pathway => Padding.Align(_graph.Cells[pathway.To]))];
        long next = Areas[0].Tick + 1;
        if (next <= _schedule.Phases[^1].LastTick)
        {
            _cursor.MoveTo(next);
            if (!_cursor.StartsPresentation)
                Present();
        }
    }

    /// <summary>Areas with cells, ascending.</summary>
    public CorticalArea[] Areas { get; }

    /// <summary>Indicates whether W changed in the last tick.</summary>
    public bool Learned => _learned;

    /// <summary>Right answers of each phase with a read-out that was completed, by its first tick.</summary>
    public Dictionary<long, double> Accuracy { get; } = [];

    /// <summary>Runs up to and including <paramref name="tick"/>.</summary>
    public void RunTo(long tick)
    {
        while (Areas[0].Tick < tick)
            Step();
    }

    /// <summary>Captures all areas.</summary>
    public AreaState[] Capture() => [.. Areas.Select(a => a.Capture())];

    /// <summary>Runs one tick.</summary>
    public void Step()
    {
        bool first = _cursor.StartsPresentation;
        if (first)
            Present();
        foreach (CorticalArea area in Areas)
            Emit(area);
        foreach (CorticalArea area in Areas)
            Integrate(area, first);
        _learned = (_cursor.Phase.Flags & TickFlags.LearnForward) != 0;
        if (_cursor.EndsPhase && _cursor.Phase.Metric is not null && _graph.ReadOut is { } readOutArea)
        {
            ReadOut readOut = _byNumber[readOutArea].Target.ReadOut!;
            Accuracy[_cursor.Phase.FirstTick] = (double)readOut.Correct / readOut.Total;
            readOut.Reset();
        }

        if (_cursor.Tick < _schedule.Phases[^1].LastTick)
            _cursor.Advance();
    }

    private void Emit(CorticalArea area)
    {
        area.Emit(_cursor.Flags);
        area.WriteUp(_up[area.Index]);
        area.WriteDown(_down[area.Index]);
        for (int i = 0; i < area.Forward.Pathways.Count; i++)
        {
            BasalPathway below = area.Forward.Pathways[i];
            if (area.Forward.Pathways.Count > 1)
                area.WriteUnseen(i, _unseen[below.Pathway.Index]);
            below.Sent?.Emit(_factors[below.Pathway.Index], default);
        }
    }

    private void Integrate(CorticalArea area, bool first)
    {
        TickFlags flags = _cursor.Flags;
        for (int i = 0; i < area.Forward.Pathways.Count; i++)
        {
            Pathway below = area.Forward.Pathways[i].Pathway;
            area.TakeBelow(i, flags, _up[below.From], _cursor.Tick, isHeld: !below.HasFeedback && !first);
        }

        IReadOnlyList<ApicalPathway> pathways = area.IsHidden ? area.Hidden.Pathways : [];
        for (int i = 0; i < pathways.Count; i++)
        {
            Pathway above = pathways[i].Pathway;
            TransportedInput transported = new() { Factors = _factors[above.Index], Learned = _learned };
            area.TakeAbove(i, _down[above.To], _unseen[above.Index], _cursor.Tick, transported);
        }

        area.Integrate(flags, _cursor.PresentationTick, _cursor.PhaseTick);
    }

    private void Present()
    {
        int phase = _schedule.IndexOf(_cursor.Tick);
        int presentation = (int)((_cursor.Tick - _cursor.Phase.FirstTick) / _cursor.Phase.PresentationTicks);
        foreach ((int input, IPresentations stimulus) in _stimuli)
            stimulus.Fill(phase, presentation, _up[input].AsSpan(0, _graph.Cells[input]));
        foreach ((int area, IPresentations target) in _targets)
            target.Fill(phase, presentation, _byNumber[area].Target.Shown.AsSpan(0, _graph.Cells[area]));
    }
}
