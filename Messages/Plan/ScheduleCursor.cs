namespace PalActors.Messages.Plan;

/// <summary>Walks a schedule tick by tick: one comparison per tick, a step only at a phase's end.</summary>
public sealed class ScheduleCursor(Schedule schedule)
{
    private int _index;
    private Phase? _phase;
    private long _firstOfPresentation;

    /// <summary>The phase of the current tick.</summary>
    public Phase Phase => _phase ?? throw new InvalidOperationException("The cursor stands before the first tick: call MoveTo.");

    /// <summary>The current tick, 1-based.</summary>
    public long Tick { get; private set; }

    /// <summary>Whether the current tick is the first of its presentation.</summary>
    public bool StartsPresentation => Tick == _firstOfPresentation;

    /// <summary>1-based position of the current tick in its presentation.</summary>
    public int PresentationTick => (int)(Tick - _firstOfPresentation) + 1;

    /// <summary>Whether the current tick is the last of its presentation.</summary>
    public bool EndsPresentation => PresentationTick == Phase.PresentationTicks;

    /// <summary>Whether the current tick is the last of its phase.</summary>
    public bool EndsPhase => Tick == Phase.LastTick;

    /// <summary>Goes to <paramref name="tick"/>, anywhere in the schedule.</summary>
    public void MoveTo(long tick)
    {
        _index = schedule.IndexOf(tick);
        _phase = schedule.Phases[_index];
        Tick = tick;
        _firstOfPresentation = tick - ((tick - _phase.FirstTick) % _phase.PresentationTicks);
    }

    /// <summary>Goes to the next tick. Must not be called at the schedule's last phase's last tick.</summary>
    public void Advance()
    {
        Tick++;
        if (Tick > Phase.LastTick)
            _phase = schedule.Phases[++_index];
        if (Tick == _firstOfPresentation + Phase.PresentationTicks || Tick == Phase.FirstTick)
            _firstOfPresentation = Tick;
    }
}
