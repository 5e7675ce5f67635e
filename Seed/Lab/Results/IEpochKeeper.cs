using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Results;

/// <summary>Keeps something of the states of networks at the ends of chosen epochs.</summary>
internal interface IEpochKeeper
{
    /// <summary>Ticks after which the areas of a network send their states, ascending.</summary>
    IReadOnlyList<long> TicksOf(NetworkPlan plan);

    /// <summary>Waits for the epochs of a network after a tick, and forgets what it waited for.</summary>
    void Begin(NetworkPlan plan, long tick);

    /// <summary>Takes the state of an area.</summary>
    /// <returns>False if it was not waited for.</returns>
    bool Take(NetworkPlan plan, AreaState state);

    /// <summary>Completes when what is kept up to a tick is on the disk.</summary>
    Task ThroughAsync(int network, long tick);
}
