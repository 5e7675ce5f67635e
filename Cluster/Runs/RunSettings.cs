using PalActors.Areas.Actors;

namespace PalActors.Clustering.Runs;

/// <summary>How a run uses this machine. Nothing here changes a digest.</summary>
public sealed record RunSettings
{
    /// <summary>Networks that run side by side, each on a dispatcher of its own. At most the number of networks are used.</summary>
    public int Lanes { get; init; } = Environment.ProcessorCount;

    /// <summary>Threads of each network's dispatcher, or null to follow the rule of <see cref="LaneRule"/>.</summary>
    public int? ThreadsPerNetwork { get; init; }

    /// <summary>Whether noise is drawn ahead by another core, or null: if a core is left over.</summary>
    public bool? DrawAhead { get; init; }

    /// <summary>Longest stretch of run-ahead, as computing time.</summary>
    public TimeSpan HorizonTime { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>For tests: how links mistreat frames.</summary>
    public FrameFaults? Faults { get; init; }

    /// <summary>For tests: connects areas in a random order.</summary>
    public Random? ShuffleStart { get; init; }

    /// <summary>For tests: every message is serialized and read back.</summary>
    public bool SerializeMessages { get; init; }

    /// <summary>For tests: further configuration of the actor system, HOCON, taken first.</summary>
    public string Configuration { get; init; } = "";
}
