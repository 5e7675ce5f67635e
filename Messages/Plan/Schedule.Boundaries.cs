namespace PalActors.Messages.Plan;

/// <content>Coarse boundaries, and the ticks at which areas measure.</content>
public sealed partial record Schedule
{
    /// <summary>Largest number of ticks between two coarse boundaries.</summary>
    public const int CoarseTicks = 4096;

    /// <summary>Finds the first coarse boundary after a tick, where areas check their state.</summary>
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

    /// <summary>Finds the first tick after another at which areas measure.</summary>
    /// <remarks>It is a coarse boundary, or a multiple of <see cref="RecordEvery"/>.</remarks>
    /// <returns>The tick, or <see cref="long.MaxValue"/> after the last one.</returns>
    public long NextMeasure(long after)
    {
        long boundary = NextBoundary(after);
        return RecordEvery == 0 || after >= EndTick
            ? boundary
            : Math.Min(boundary, ((after / RecordEvery) + 1) * RecordEvery);
    }

    /// <summary>Finds the last tick up to another at which areas measure; 0 if there is none.</summary>
    public long LastMeasure(long upTo)
    {
        long tick = Math.Min(upTo, EndTick);
        if (tick < 1)
            return 0;
        Phase phase = Phases[IndexOf(tick)];
        long stride = Stride(phase), done = tick - phase.FirstTick + 1;
        long boundary = tick == phase.LastTick || tick == EndTick
            ? tick
            : phase.FirstTick - 1 + (done / stride * stride);
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
}
