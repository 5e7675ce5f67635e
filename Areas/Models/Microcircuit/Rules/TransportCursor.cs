using PalActors.Areas.Contract;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Rules;

/// <summary>Follows the updates of W that the area above tells of under BP, from emission to emission.</summary>
internal sealed class TransportCursor
{
    private readonly ScheduleCursor _above;
    private readonly CorticalArea _core;

    /// <summary>Begins where the area stands.</summary>
    /// <param name="schedule">The schedule that all areas share.</param>
    /// <param name="core">The area below.</param>
    /// <param name="delaysVary">Whether emissions may be skipped or used again.</param>
    public TransportCursor(Schedule schedule, CorticalArea core, bool delaysVary)
    {
        _above = new ScheduleCursor(schedule);
        _core = core;
        Updates = delaysVary ? new TransportedUpdates(core.SizeAbove) : null;
    }

    /// <summary>All updates of this tick where delays vary; else null.</summary>
    public TransportedUpdates? Updates { get; }

    /// <summary>Whether the chosen emission tells of one update, where delays do not vary.</summary>
    public bool AboveLearned { get; private set; }

    /// <summary>Goes to what a tick uses.</summary>
    /// <param name="above">What arrives from above.</param>
    public void Advance(Arrival above)
    {
        if (Updates is null)
        {
            AboveLearned = Learned(above.Chosen - 1);
            return;
        }

        // All that the chosen emission and those before it tell of, each once: whether the others were used or not.
        long through = Math.Max(_core.UpdatesThrough, above.Chosen);
        Updates.Begin(through);
        for (long emission = _core.UpdatesThrough + 1; emission <= through; emission++)
        {
            // It holds the update of the tick before.
            if (Learned(emission - 1))
                Updates.Add(above.Part(emission, 1), (long)above.Part(emission, 2)[0]);
        }
    }

    // Whether W of the area above changed in a tick, from the schedule.
    private bool Learned(long tick)
    {
        if (tick < 1)
            return false;
        if (_above.Tick == tick - 1 && tick > 1)
            _above.Advance();
        else
            _above.MoveTo(tick);
        return (_above.Flags & TickFlags.LearnForward) != 0;
    }
}
