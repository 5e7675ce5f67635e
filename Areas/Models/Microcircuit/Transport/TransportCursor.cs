using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Perturbations;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Transport;

/// <summary>Reads, from emission to emission, the updates of W that the area above tells of under BP.</summary>
public sealed class TransportCursor
{
    private readonly ScheduleCursor _above;
    private readonly WeightTransportRule _rule;
    private readonly TransportedUpdates? _updates;
    private readonly Timeline<bool>? _resting;

    /// <summary>Begins where an area stands.</summary>
    /// <param name="schedule">The schedule that all areas share.</param>
    /// <param name="rule">Rule of B of the area below.</param>
    /// <param name="sizeAbove">Neurons of the area above.</param>
    /// <param name="delaysVary">Whether emissions may be skipped or used again.</param>
    /// <param name="resting">Whether the rule of W above rests; null if it never does.</param>
    public TransportCursor(
        Schedule schedule, WeightTransportRule rule, int sizeAbove, bool delaysVary, Timeline<bool>? resting)
    {
        _resting = resting;
        _above = new ScheduleCursor(schedule);
        _rule = rule;
        _updates = delaysVary ? new TransportedUpdates(sizeAbove) : null;
    }

    /// <summary>Indicates whether it must see all emissions.</summary>
    public bool NeedsAll => _updates is not null;

    /// <summary>Goes to what a tick uses.</summary>
    /// <param name="above">What arrives from above.</param>
    public TransportedInput Advance(Arrival above)
    {
        if (_updates is not null)
        {
            Gather(_updates, above);
            return new TransportedInput { Updates = _updates };
        }

        return new TransportedInput
        {
            Factors = above.Chosen == 0 ? default : above.Part(1),
            Learned = Learned(above.Chosen - 1),
        };
    }

    // All that the chosen emission and those before it tell of, each once: whether the others were used or not.
    private void Gather(TransportedUpdates updates, Arrival above)
    {
        long through = Math.Max(_rule.UpdatesThrough, above.Chosen);
        updates.Begin(through);
        for (long emission = _rule.UpdatesThrough + 1; emission <= through; emission++)
        {
            // It holds the update of the tick before.
            if (Learned(emission - 1))
                updates.Add(above.Part(emission, 1), (long)above.Part(emission, 2)[0]);
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
        return (_above.Flags & TickFlags.LearnForward) != 0 && !(_resting?.At(tick) ?? false);
    }
}
