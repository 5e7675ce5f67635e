namespace PalActors.Messages.Plan;

/// <summary>Stretch of ticks with the same flags, made of whole presentations of one split of the data.</summary>
/// <param name="FirstTick">First tick of the phase, 1-based.</param>
/// <param name="Presentations">Number of presentations, each of <see cref="Batch"/> samples.</param>
/// <param name="PresentationTicks">Ticks per presentation, Tpres/dt.</param>
/// <param name="Flags">Flags of each of its ticks.</param>
/// <param name="Split">Split of the data that is shown, for instance <c>train</c>.</param>
/// <param name="Epoch">The epoch it belongs to, 0 before the first.</param>
/// <param name="ShuffleRound">Number of the permutation of the samples, or -1 for their given order.</param>
/// <param name="Metric">Name of the figure that the read-out of this phase yields, or null.</param>
/// <param name="RecordAlignment">True if the areas record their alignment after its last tick.</param>
public sealed record Phase(
    long FirstTick,
    int Presentations,
    int PresentationTicks,
    TickFlags Flags,
    string Split,
    int Epoch,
    int ShuffleRound,
    string? Metric,
    bool RecordAlignment)
{
    private readonly int _pool;

    /// <summary>Samples per presentation, shown in parallel.</summary>
    public int Batch { get; init; } = 1;

    /// <summary>Presentations that are the frames of one sample, shown one after the other.</summary>
    /// <remarks>What is read out is the last of them.</remarks>
    public int Frames { get; init; } = 1;

    /// <summary>Number of samples that are shown.</summary>
    /// <exception cref="OverflowException">There are more than can be counted.</exception>
    public int Samples => checked(Presentations / Frames * Batch);

    /// <summary>Number of samples that a shuffled phase permutes; it shows the first of them.</summary>
    /// <remarks>By default as many as are shown.</remarks>
    public int Pool
    {
        get => _pool > 0 ? _pool : Samples;
        init => _pool = value;
    }

    /// <summary>Sample shown first, where samples come in their given order.</summary>
    public int FirstSample { get; init; }

    /// <summary>Requests the areas' states after its last tick.</summary>
    /// <remarks>Their updates can then be compared with those of a reference.</remarks>
    public bool CompareUpdates { get; init; }

    /// <summary>Number of ticks.</summary>
    public long Ticks => (long)Presentations * PresentationTicks;

    /// <summary>Checks whether a presentation, 0 or more, is the last frame of a sample.</summary>
    public bool EndsSample(long presentation) => (presentation + 1) % Frames == 0;

    /// <summary>Last tick of the phase.</summary>
    public long LastTick => FirstTick + Ticks - 1;
}
