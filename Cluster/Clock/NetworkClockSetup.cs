using PalActors.Clustering.Nodes;
using PalActors.Clustering.Recovery;
using PalActors.Clustering.Reports;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Clock;

/// <summary>Settings of the clock of one generation of one network.</summary>
public sealed record NetworkClockSetup
{
    /// <summary>The network.</summary>
    public required NetworkPlan Plan { get; init; }

    /// <summary>Generation of its actors.</summary>
    public required int Generation { get; init; }

    /// <summary>Dispatcher on its nodes.</summary>
    public required int Lane { get; init; }

    /// <summary>The nodes, all of which host areas.</summary>
    public required IReadOnlyList<NodeRef> Seats { get; init; }

    /// <summary>Node of each area, 0 to the top.</summary>
    public required int[] NodeOfArea { get; init; }

    /// <summary>Computing time of the run-ahead.</summary>
    public required TimeSpan HorizonTime { get; init; }

    /// <summary>Most ticks of a horizon, whatever their computing time.</summary>
    public required long LongestHorizon { get; init; }

    /// <summary>Observer of the run.</summary>
    public required IRunObserver Observer { get; init; }

    /// <summary>Result, completed with the outcome or with <see cref="NodeLostException"/>.</summary>
    public required TaskCompletionSource<NetworkOutcome> Result { get; init; }

    /// <summary>The last complete tick.</summary>
    public long StartTick { get; init; }

    /// <summary>States of all areas after that tick, which the clock takes out; none before tick 1.</summary>
    public Queue<AreaSnapshot> Start { get; init; } = [];

    /// <summary>Keeper of snapshots; null if none are kept.</summary>
    public INetworkKeeper? Keeper { get; init; }

    /// <summary>Pace, window and faults.</summary>
    public ExecutionOptions Execution { get; init; } = ExecutionOptions.Default;

    /// <summary>Ticks after which the areas are observed.</summary>
    public IReadOnlyList<long> ObserveTicks { get; init; } = [];

    /// <summary>Receives the states that were observed.</summary>
    public Action<AreaState>? Observed { get; init; }

    /// <summary>Asks, at each horizon, whether someone wants to see the network's state at its end; null: no one.
    /// </summary>
    public Func<int, bool>? IsWatched { get; init; }

    /// <summary>For tests: connects the areas in a random order.</summary>
    public Random? ShuffleStart { get; init; }
}
