using Akka.Actor;
using PalActors.Clustering.Runs;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Clock;

/// <summary>What a clock needs to run one network.</summary>
public sealed record NetworkClockSetup
{
    /// <summary>The network.</summary>
    public required NetworkPlan Plan { get; init; }

    /// <summary>Generation of its actors.</summary>
    public required int Generation { get; init; }

    /// <summary>Dispatcher on its nodes.</summary>
    public required int Lane { get; init; }

    /// <summary>The nodes.</summary>
    public required IReadOnlyList<ICanTell> Nodes { get; init; }

    /// <summary>Node of each area, 0 to the top.</summary>
    public required int[] NodeOfArea { get; init; }

    /// <summary>Computing time of the run-ahead.</summary>
    public required TimeSpan HorizonTime { get; init; }

    /// <summary>Who watches.</summary>
    public required IRunObserver Observer { get; init; }

    /// <summary>Completed with the outcome.</summary>
    public required TaskCompletionSource<NetworkOutcome> Result { get; init; }

    /// <summary>Ticks after which the areas are observed.</summary>
    public IReadOnlyList<long> ObserveTicks { get; init; } = [];

    /// <summary>Takes what was observed.</summary>
    public Action<AreaState>? Observed { get; init; }

    /// <summary>For tests: connects the areas in a random order.</summary>
    public Random? ShuffleStart { get; init; }
}
