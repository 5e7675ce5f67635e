using System.Runtime.CompilerServices;
namespace PalActors.Messages.Plan;

/// <summary>Walks a schedule tick by tick.</summary>
/// <remarks>It makes one comparison per tick, and a step only at a phase's end.</remarks>
/// <param name="schedule">The schedule.</param>
public sealed class ScheduleCursor(Schedule schedule)
{
    private int _index;
    private Phase? _phase;
    private long _firstOfPresentation;
    private long _lastOfPresentation;

    /// <summary>Phase of the current tick.</summary>
    public Phase Phase => _phase ?? Refuse();

    /// <summary>Flags of the current tick; of a sample with frames, only the last one is read out.</summary>
    public TickFlags Flags { get; private set; }

    /// <summary>Current tick, 1-based.</summary>
    public long Tick { get; private set; }

    /// <summary>Checks whether the current tick is the first of its presentation.</summary>
    public bool StartsPresentation => Tick == _firstOfPresentation;

    /// <summary>1-based position of the current tick in its presentation.</summary>
    public int PresentationTick => (int)(Tick - _firstOfPresentation) + 1;

    /// <summary>1-based position of the current tick in its phase.</summary>
    public long PhaseTick
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Tick - Phase.FirstTick + 1;
    }

    /// <summary>Checks whether the current tick is the last of its presentation.</summary>
    public bool EndsPresentation => Tick == _lastOfPresentation;

    /// <summary>Checks whether the current tick is the last of its phase.</summary>
    public bool EndsPhase => Tick == Phase.LastTick;

    /// <summary>Goes to <paramref name="tick"/>, anywhere in the schedule.</summary>
    public void MoveTo(long tick)
    {
        _index = schedule.IndexOf(tick);
        Enter(schedule.Phases[_index]);
        Tick = tick;
        Present(tick - ((tick - Phase.FirstTick) % Phase.PresentationTicks));
    }

    /// <summary>Goes to the next tick.</summary>
    /// <remarks>The last tick of the last phase has none: there it must not be called.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Advance()
    {
        Tick++;
        if (Tick <= _lastOfPresentation)
            return;
        if (Tick > Phase.LastTick)
            Enter(schedule.Phases[++_index]);
        Present(Tick);
    }

    // Apart, so that what reads the phase is inlined.
    private static Phase Refuse() =>
        throw new InvalidOperationException("The cursor stands before the first tick: call MoveTo.");

    private void ReadLastFrame()
    {
        long presentation = (_firstOfPresentation - Phase.FirstTick) / Phase.PresentationTicks;
        Flags = Phase.EndsSample(presentation) ? Phase.Flags : Phase.Flags & ~TickFlags.ReadOut;
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
        if (Phase.Frames > 1)
            ReadLastFrame();
    }
}
