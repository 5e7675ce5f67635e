using PalActors.Areas.Model;
using PalActors.Areas.Model.Networks;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Actors;

/// <summary>Who an area actor is.</summary>
/// <param name="Run">Identity of the run.</param>
/// <param name="Network">Network of the run.</param>
/// <param name="Generation">Generation of the network's actors.</param>
/// <param name="Builder">The network.</param>
/// <param name="Core">The area, before tick 1 or restored.</param>
/// <param name="Progress">Where the node's watchdog looks.</param>
public sealed record AreaSetup(long Run, int Network, int Generation, INetworkBuilder Builder, CorticalArea Core, AreaProgress Progress)
{
    /// <summary>Delay lines of the snapshot that the core was restored from; none before tick 1 or without delays.</summary>
    public StateBlock[] Emitted { get; init; } = [];

    /// <summary>How many ticks are sent at a time.</summary>
    public SendWindow Window { get; init; }

    /// <summary>Whether the area below lives on this node.</summary>
    public bool BelowIsHere { get; init; } = true;

    /// <summary>Whether the area above lives on this node.</summary>
    public bool AboveIsHere { get; init; } = true;

    /// <summary>Seconds for which the current thread, that of the area's lane, has had nothing to do so far; NaN if it is not known.</summary>
    public Func<double> Waited { get; init; } = () => double.NaN;

    /// <summary>What is recorded of the network.</summary>
    public RecordingPlan[] Recordings { get; init; } = [];
}
