namespace PalActors.Messages.Plan;

/// <summary>
/// Everything that varies with the tick, known to every area before the first one: which flags act, where presentations begin, where the
/// read-out and the recording happen, and where the run ends.
/// </summary>
/// <param name="Phases">Phases in order; the first starts at tick 1 and each follows the last without a gap.</param>
/// <param name="EndTick">The last tick to run; it may lie inside a phase.</param>
public sealed record Schedule(Phase[] Phases, long EndTick)
{
    /// <summary>The phase that holds <paramref name="tick"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No phase holds it.</exception>
    public int IndexOf(long tick)
    {
        int low = 0, high = Phases.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            Phase phase = Phases[middle];
            if (tick < phase.FirstTick)
                high = middle - 1;
            else if (tick > phase.LastTick)
                low = middle + 1;
            else
                return middle;
        }

        throw new ArgumentOutOfRangeException(nameof(tick), tick, $"The schedule runs from tick 1 to {(Phases.Length == 0 ? 0 : Phases[^1].LastTick)}.");
    }
}
