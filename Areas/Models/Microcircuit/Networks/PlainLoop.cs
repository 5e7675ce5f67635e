using PalActors.Areas.Contract;
using PalActors.Areas.Models.Microcircuit.Cells;
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
    private readonly IPresentations _stimulus;
    private readonly IPresentations _target;
    private readonly ScheduleCursor _cursor;
    private readonly Schedule _schedule;
    private readonly double[] _input;
    private readonly double[][] _up;
    private readonly double[][] _down;
    private readonly double[][] _factors;
    private bool _learned;

    /// <summary>Network before tick 1, or restored.</summary>
    public PlainLoop(INetworkBuilder network, IReadOnlyList<AreaState>? states = null, bool learnedBefore = false)
    {
        int top = network.Parameters.Top;
        Areas = [.. Enumerable.Range(1, top).Select(network.BuildArea)];
        if (states is not null)
        {
            for (int i = 0; i < top; i++)
                Areas[i].Restore(states[i]);
        }

        _learned = learnedBefore;
        _schedule = network.Schedule;
        _cursor = new ScheduleCursor(_schedule);
        _stimulus = network.BuildStimulus();
        _target = network.BuildTarget();
        _input = Padding.Align(network.Parameters.Layers[0]);
        _up = [.. Areas.Select(a => Padding.Align(a.Size))];
        _down = [.. Areas.Select(a => Padding.Align(a.Size))];
        _factors = [.. Areas.Select(a => Padding.Align(a.Size))];
        long next = Areas[0].Tick + 1;
        if (next <= _schedule.Phases[^1].LastTick)
        {
            _cursor.MoveTo(next);
            if (!_cursor.StartsPresentation)
                Present();
        }
    }

    /// <summary>Areas 1 to the top.</summary>
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
        for (int i = 0; i < Areas.Length; i++)
            Areas[i].Emit(_cursor.Flags, _up[i], _down[i], Areas[i].PartsDown == 2 ? _factors[i] : default);
        for (int i = 0; i < Areas.Length; i++)
        {
            bool top = i == Areas.Length - 1;
            Areas[i].Integrate(new TickInput
            {
                RateBelow = i == 0 ? _input : _up[i - 1],
                RateBelowHeld = i == 0 && !first,
                ProspectiveAbove = top ? default : _down[i + 1],
                Transported = top ? default : new TransportedInput { Factors = _factors[i + 1], Learned = _learned },
                Flags = _cursor.Phase.Flags,
                PresentationTick = _cursor.PresentationTick,
                PhaseTick = _cursor.PhaseTick,
            });
        }

        _learned = (_cursor.Phase.Flags & TickFlags.LearnForward) != 0;
        if (_cursor.EndsPhase && _cursor.Phase.Metric is not null)
        {
            ReadOut readOut = Areas[^1].Top.ReadOut;
            Accuracy[_cursor.Phase.FirstTick] = (double)readOut.Correct / readOut.Total;
            readOut.Reset();
        }

        if (_cursor.Tick < _schedule.Phases[^1].LastTick)
            _cursor.Advance();
    }

    private void Present()
    {
        int phase = _schedule.IndexOf(_cursor.Tick);
        int presentation = (int)((_cursor.Tick - _cursor.Phase.FirstTick) / _cursor.Phase.PresentationTicks);
        _stimulus.Fill(phase, presentation, _input);
        _target.Fill(phase, presentation, Areas[^1].Top.Target);
    }
}
