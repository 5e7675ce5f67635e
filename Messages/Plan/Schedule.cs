namespace PalActors.Messages.Plan;

/// <summary>Schedule of everything that varies with the tick.</summary>
/// <remarks>
/// Every area knows it before the first tick: which flags act, where presentations begin, where the read-out and the
/// recording happen, and where the run ends.
/// </remarks>
/// <param name="Phases">Phases in order; the first starts at tick 1 and each follows the last without a gap.</param>
/// <param name="EndTick">The last tick to run; it may lie inside a phase.</param>
public sealed partial record Schedule(Phase[] Phases, long EndTick)
{
    /// <summary>Ticks between records of alignment and error, besides where phases ask for them.</summary>
    /// <remarks>They are recorded at the multiples of this number; 0 for only where phases ask.</remarks>
    public long RecordEvery { get; init; }

    /// <summary>Samples per presentation, the same in all phases.</summary>
    /// <exception cref="InvalidOperationException">Phases differ.</exception>
    public int Batch
    {
        get
        {
            int batch = Phases.Length == 0 ? 1 : Phases[0].Batch;
            Phase? other = Array.Find(Phases, phase => phase.Batch != batch);
            return other is null
                ? batch
                : throw new InvalidOperationException(
                    $"The schedule shows {other.Batch} samples in parallel from tick {other.FirstTick} on; "
                    + $"valid is {batch}, as in its first phase.");
        }
    }

    /// <summary>Number of comparisons of states up to a tick.</summary>
    public int ComparisonsUpTo(long tick) =>
        Phases.Count(phase => phase.CompareUpdates && phase.LastTick <= tick);

    /// <summary>Checks whether ticks are those of one presentation.</summary>
    public bool IsPresentation(long firstTick, int ticks)
    {
        if (Phases.Length == 0 || firstTick < 1 || firstTick > Phases[^1].LastTick)
            return false;
        Phase phase = Phases[IndexOf(firstTick)];
        return ticks == phase.PresentationTicks && (firstTick - phase.FirstTick) % phase.PresentationTicks == 0;
    }

    /// <summary>First and last tick of some epochs, or null if the schedule has none of them.</summary>
    /// <remarks>Epoch 0 is what comes before the first; evaluations belong to the epoch that they follow.</remarks>
    /// <param name="first">The first epoch.</param>
    /// <param name="last">The last one.</param>
    public (long First, long Last)? TicksOf(long first, long last)
    {
        Phase? from = Array.Find(Phases, phase => phase.Epoch >= first && phase.Epoch <= last);
        Phase? to = Array.FindLast(Phases, phase => phase.Epoch >= first && phase.Epoch <= last);
        return from is null ? null : (from.FirstTick, to!.LastTick);
    }

    /// <summary>Finds the index of the phase that holds a tick.</summary>
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

        long last = Phases.Length == 0 ? 0 : Phases[^1].LastTick;
        throw new ArgumentOutOfRangeException(nameof(tick), tick, $"The schedule runs from tick 1 to {last}.");
    }
}
