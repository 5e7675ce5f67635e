using PalActors.Clustering.Nodes;
using PalActors.Clustering.Recovery;
using PalActors.Clustering.Runs;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Clock;

/// <summary>What a clock needs to run one generation of one network.</summary>
public sealed record NetworkClockSetup
{
    /// <summary>The network.</summary>
    public required NetworkPlan Plan { get; init; }

    /// <summary>Generation of its actors.</summary>
    public required int Generation { get; init; }

    /// <summary>Dispatcher on its nodes.</summary>
    public required int Lane { get; init; }

    /// <summary>The nodes, all of which host areas.</summary>
    public required IReadOnlyList<NodeSeat> Seats { get; init; }

    /// <summary>Node of each area, 0 to the top.</summary>
    public required int[] NodeOfArea { get; init; }

    /// <summary>Computing time of the run-ahead.</summary>
    public required TimeSpan HorizonTime { get; init; }

    /// <summary>Most ticks of a horizon, whatever their computing time.</summary>
    public required long LongestHorizon { get; init; }

    /// <summary>Observer of the run.</summary>
    public required IRunObserver Observer { get; init; }

    /// <summary>Completed with the outcome, or with <see cref="NodeLostException"/>.</summary>
    public required TaskCompletionSource<NetworkOutcome> Result { get; init; }

    /// <summary>The last complete tick.</summary>
    public long StartTick { get; init; }

    /// <summary>States of all areas after that tick; none before tick 1.</summary>
    public IReadOnlyList<AreaSnapshot> Start { get; init; } = [];

    /// <summary>Who keeps snapshots, or null for nobody.</summary>
    public INetworkKeeper? Keeper { get; init; }

    /// <summary>How to compute the network.</summary>
    public ExecutionOptions Execution { get; init; } = ExecutionOptions.Default;

    /// <summary>Ticks after which the areas are observed.</summary>
    public IReadOnlyList<long> ObserveTicks { get; init; } = [];

    /// <summary>Takes what was observed.</summary>
    public Action<AreaState>? Observed { get; init; }

    /// <summary>For tests: connects the areas in a random order.</summary>
    public Random? ShuffleStart { get; init; }
}
