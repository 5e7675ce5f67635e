using Microsoft.Extensions.Logging;
using PalActors.Clustering.Lanes;
using PalActors.Clustering.Logging;
using PalActors.Clustering.Recovery;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Snapshots;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Runs;

/// <summary>Settings of a run on this machine; none of them changes a digest.</summary>
public sealed record RunSettings
{
    /// <summary>Networks that run side by side, each on a dispatcher of its own.</summary>
    /// <remarks>At most the number of networks are used.</remarks>
    public int Lanes { get; init; } = Environment.ProcessorCount;

    /// <summary>Threads of each network's dispatcher, or null to follow the rule of <see cref="LaneRule"/>.</summary>
    public int? ThreadsPerNetwork { get; init; }

    /// <summary>True if noise is drawn ahead by another core; null: if a core is left over.</summary>
    public bool? DrawAhead { get; init; }

    /// <summary>Threads that share a pass over one large matrix, the area's own included.</summary>
    /// <remarks>
    /// A matrix of 100,000 synapses and more; with 1 none is split. Never more than cores. Null follows the rule of
    /// <see cref="LaneRule"/>: the cores that lanes and their threads leave over.
    /// </remarks>
    public int? RowThreads { get; init; }

    /// <summary>Longest stretch of run-ahead, as computing time.</summary>
    public TimeSpan HorizonTime { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Makes the keeper of a network's snapshots; null disables recovery.</summary>
    /// <remarks>Without snapshots a network starts again from tick 0 when a node is lost.</remarks>
    public Func<NetworkPlan, INetworkKeeper?>? KeeperOf { get; init; }

    /// <summary>Makes the states that a network begins from where no snapshot is kept; null: its initial values.
    /// </summary>
    /// <remarks>A failure to make them is an <see cref="InvalidDataException"/>.</remarks>
    public Func<NetworkPlan, LoadedSnapshot?>? StartOf { get; init; }

    /// <summary>Areas that belong together on a node, or null for contiguous groups even in cost.</summary>
    public IReadOnlyList<int[]>? Placement { get; init; }

    /// <summary>Pace, window and faults.</summary>
    public ExecutionOptions Execution { get; init; } = ExecutionOptions.Default;

    /// <summary>Ticks of a network, 1 or more, after which all areas are observed.</summary>
    public Func<NetworkPlan, IReadOnlyList<long>> ObserveTicksOf { get; init; } = _ => [];

    /// <summary>Receives the states that were observed; null if none are.</summary>
    public Action<AreaState>? Observed { get; init; }

    /// <summary>Status of the run, which it keeps up to date.</summary>
    public RunStatus Status { get; init; } = new();

    /// <summary>Asks, at each horizon of a network, whether someone wants to see its state; null: no one ever does.
    /// </summary>
    /// <remarks>
    /// The argument is the number of the network. Then <see cref="Reports.IRunObserver.Watched"/> receives the state of
    /// each area at the end of that horizon. It is called by an actor and must return at once.
    /// </remarks>
    public Func<int, bool>? IsWatched { get; init; }

    /// <summary>For tests: connects areas in a random order.</summary>
    public Random? ShuffleStart { get; init; }

    /// <summary>For tests: every message is serialized and read back.</summary>
    public bool SerializeMessages { get; init; }

    /// <summary>Makes the loggers of the actor system; by default those of the error stream.</summary>
    public ILoggerFactory Log { get => field ?? LineLog.ErrorStream; init; }

    /// <summary>Further configuration of the actor system, HOCON, taken first.</summary>
    /// <remarks>A user's has passed <see cref="Overrides.HoconOverrides"/>; tests give any.</remarks>
    public string Configuration { get; init; } = "";
}
