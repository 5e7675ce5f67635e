namespace PalActors.Messages.Plan;

/// <summary>Samples of a split that a network uses: the first ones, in the order of the data set.</summary>
/// <param name="Split">The split, for instance <c>train</c>.</param>
/// <param name="Samples">Number of samples.</param>
public sealed record SplitUse(string Split, int Samples)
{
    /// <summary>Lists the samples that a schedule uses, by split in ordinal order.</summary>
    public static SplitUse[] Of(Schedule schedule) =>
    [
        .. schedule.Phases.GroupBy(phase => phase.Split).OrderBy(phases => phases.Key, StringComparer.Ordinal)
            .Select(phases => new SplitUse(phases.Key, phases.Max(Last))),
    ];

    // Shuffled phases permute the first samples, and may show any of them; others begin anywhere.
    private static int Last(Phase phase) => phase.ShuffleRound < 0 ? phase.FirstSample + phase.Samples : phase.Pool;
}
