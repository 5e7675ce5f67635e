namespace PalActors.Messages.Plan;

/// <summary>
/// Everything that varies with the tick, known to every area before the first one: which flags act, where presentations begin, where the
/// read-out and the recording happen, and where the run ends.
/// </summary>
/// <param name="Phases">Phases in order; the first starts at tick 1 and each follows the last without a gap.</param>
/// <param name="EndTick">The last tick to run; it may lie inside a phase.</param>
public sealed record Schedule(Phase[] Phases, long EndTick)
{
    /// <summary>Alignment and error are recorded at the multiples of this tick, besides where phases ask for it; 0 for nowhere else.</summary>
    public long RecordEvery { get; init; }

    /// <summary>How many times alignment is recorded up to a tick.</summary>
    public long RecordsUpTo(long tick)
    {
        long records = RecordEvery > 0 ? tick / RecordEvery : 0;
        foreach (Phase phase in Phases)
        {
            if (phase.LastTick <= tick && phase.RecordAlignment && (RecordEvery == 0 || phase.LastTick % RecordEvery != 0))
                records++;
        }

        return records;
    }

    /// <summary>How many times states are compared up to a tick.</summary>
    public int ComparisonsUpTo(long tick) => Phases.Count(phase => phase.CompareUpdates && phase.LastTick <= tick);

    /// <summary>Most ticks between two coarse boundaries.</summary>
    public const int CoarseTicks = 4096;

    /// <summary>The first coarse boundary after a tick: areas check their state there.</summary>
    /// <returns>The tick, or <see cref="long.MaxValue"/> after the last one.</returns>
    /// <remarks>
    /// Boundaries are the end of each phase, inside long phases every <see cref="CoarseTicks"/> or somewhat earlier,
    /// at the end of a presentation where one is not longer than that, and the last tick. They depend on nothing else.
    /// </remarks>
    public long NextBoundary(long after)
    {
        if (after >= EndTick)
            return long.MaxValue;
        Phase phase = Phases[IndexOf(after + 1)];
        long stride = Stride(phase), done = after + 1 - phase.FirstTick;
        return Math.Min(Math.Min(phase.FirstTick - 1 + (((done / stride) + 1) * stride), phase.LastTick), EndTick);
    }

    /// <summary>The first tick after another at which areas measure: a coarse boundary, or a multiple of <see cref="RecordEvery"/>.</summary>
    /// <returns>The tick, or <see cref="long.MaxValue"/> after the last one.</returns>
    public long NextMeasure(long after)
    {
        long boundary = NextBoundary(after);
        return RecordEvery == 0 || after >= EndTick ? boundary : Math.Min(boundary, ((after / RecordEvery) + 1) * RecordEvery);
    }

    /// <summary>The last tick up to another at which areas measure; 0 if there is none.</summary>
    public long LastMeasure(long upTo)
    {
        long tick = Math.Min(upTo, EndTick);
        if (tick < 1)
            return 0;
        Phase phase = Phases[IndexOf(tick)];
        long stride = Stride(phase), done = tick - phase.FirstTick + 1;
        long boundary = tick == phase.LastTick || tick == EndTick ? tick : phase.FirstTick - 1 + (done / stride * stride);
        return RecordEvery == 0 ? boundary : Math.Max(boundary, tick - (tick % RecordEvery));
    }

    /// <summary>Number of coarse boundaries in an epoch, up to the last tick.</summary>
    public long BoundariesIn(int epoch)
    {
        long count = 0;
        foreach (Phase phase in Phases)
        {
            long stride = Stride(phase), ticks = Math.Min(phase.LastTick, EndTick) - phase.FirstTick + 1;
            if (phase.Epoch == epoch && ticks > 0)
                count += (ticks + stride - 1) / stride;
        }

        return count;
    }

    private static long Stride(Phase phase) => phase.PresentationTicks >= CoarseTicks
        ? CoarseTicks
        : CoarseTicks / phase.PresentationTicks * phase.PresentationTicks;

    /// <summary>Whether these ticks are those of one presentation.</summary>
    public bool IsPresentation(long firstTick, int ticks)
    {
        if (Phases.Length == 0 || firstTick < 1 || firstTick > Phases[^1].LastTick)
            return false;
        Phase phase = Phases[IndexOf(firstTick)];
        return ticks == phase.PresentationTicks && (firstTick - phase.FirstTick) % phase.PresentationTicks == 0;
    }

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
