namespace PalActors.Messages.Plan;

/// <summary>Walks a schedule tick by tick: one comparison per tick, a step only at a phase's end.</summary>
public sealed class ScheduleCursor(Schedule schedule)
{
    private int _index;
    private Phase? _phase;
    private long _firstOfPresentation;
    private long _lastOfPresentation;

    /// <summary>The phase of the current tick.</summary>
    public Phase Phase => _phase ?? throw new InvalidOperationException("The cursor stands before the first tick: call MoveTo.");

    /// <summary>What acts in the current tick.</summary>
    public TickFlags Flags { get; private set; }

    /// <summary>The current tick, 1-based.</summary>
    public long Tick { get; private set; }

    /// <summary>Whether the current tick is the first of its presentation.</summary>
    public bool StartsPresentation => Tick == _firstOfPresentation;

    /// <summary>1-based position of the current tick in its presentation.</summary>
    public int PresentationTick => (int)(Tick - _firstOfPresentation) + 1;

    /// <summary>1-based position of the current tick in its phase.</summary>
    public long PhaseTick => Tick - Phase.FirstTick + 1;

    /// <summary>Whether the current tick is the last of its presentation.</summary>
    public bool EndsPresentation => Tick == _lastOfPresentation;

    /// <summary>Whether the current tick is the last of its phase.</summary>
    public bool EndsPhase => Tick == Phase.LastTick;

    /// <summary>Goes to <paramref name="tick"/>, anywhere in the schedule.</summary>
    public void MoveTo(long tick)
    {
        _index = schedule.IndexOf(tick);
        Enter(schedule.Phases[_index]);
        Tick = tick;
        Present(tick - ((tick - Phase.FirstTick) % Phase.PresentationTicks));
    }

    /// <summary>Goes to the next tick. Must not be called at the schedule's last phase's last tick.</summary>
    public void Advance()
    {
        Tick++;
        if (Tick <= _lastOfPresentation)
            return;
        if (Tick > Phase.LastTick)
            Enter(schedule.Phases[++_index]);
        Present(Tick);
    }

    private void Enter(Phase phase)
    {
        _phase = phase;
        Flags = phase.Flags;
    }

    private void Present(long first)
    {
        _firstOfPresentation = first;
        _lastOfPresentation = first + Phase.PresentationTicks - 1;
    }
}
