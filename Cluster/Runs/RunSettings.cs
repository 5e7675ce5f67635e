using PalActors.Clustering.Recovery;
using PalActors.Messages.Plan;

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

    /// <summary>
    /// Threads that share a pass over one large matrix of 100,000 synapses and more, the area's own included; 1: none is split. Never more than cores.
    /// Or null to follow the rule of <see cref="LaneRule"/>: the cores that lanes and their threads leave over.
    /// </summary>
    public int? RowThreads { get; init; }

    /// <summary>Longest stretch of run-ahead, as computing time.</summary>
    public TimeSpan HorizonTime { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Who keeps snapshots of a network, or null for nobody: then a lost node means to begin anew.</summary>
    public Func<NetworkPlan, INetworkKeeper?>? KeeperOf { get; init; }

    /// <summary>Areas that belong together on a node, or null for contiguous groups even in cost.</summary>
    public IReadOnlyList<int[]>? Placement { get; init; }

    /// <summary>Pace, window and faults.</summary>
    public ExecutionOptions Execution { get; init; } = ExecutionOptions.Default;

    /// <summary>For tests: connects areas in a random order.</summary>
    public Random? ShuffleStart { get; init; }

    /// <summary>For tests: every message is serialized and read back.</summary>
    public bool SerializeMessages { get; init; }

    /// <summary>For tests: further configuration of the actor system, HOCON, taken first.</summary>
    public string Configuration { get; init; } = "";
}
