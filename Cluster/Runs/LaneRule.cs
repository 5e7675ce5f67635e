using PalActors.Areas.Toolkit.Projections;
using PalActors.Clustering.Placement;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Runs;

/// <summary>
/// How many threads a network's dispatcher has. One by default: light areas lose more by talking across cores than they gain. More only if cores are left over and the
/// area that computes least per tick still takes about two microseconds.
/// </summary>
public static class LaneRule
{
    // A synapse costs about a fifth of a nanosecond per tick, so this is two microseconds.
    private const double HeavyCost = 10_000;

    /// <summary>Threads per lane.</summary>
    /// <param name="layers">Neurons per area.</param>
    /// <param name="lanes">Networks side by side.</param>
    /// <param name="cores">Cores of the machine.</param>
    public static int Threads(IReadOnlyList<int> layers, int lanes, int cores)
    {
        int areas = layers.Count - 1;
        bool heavy = Enumerable.Range(1, areas).Min(area => ContiguousPlacement.Cost(layers, area)) >= HeavyCost;
        return heavy ? Math.Clamp(cores / lanes, 1, areas) : 1;
    }

    /// <summary>Threads per lane that suit all networks of a run.</summary>
    public static int Threads(IEnumerable<NetworkPlan> plans, int lanes, int cores) => plans.Min(plan => Threads(plan.Layers, lanes, cores));

    /// <summary>
    /// Threads that share a pass over a large matrix: the area's own and the cores that all lanes together leave over. There is one such team per process, and an area that finds another one at work with it goes on
    /// alone; so even with several lanes no more threads compute than there are cores.
    /// </summary>
    /// <param name="lanes">Networks side by side.</param>
    /// <param name="threads">Threads of each.</param>
    /// <param name="cores">Cores of the machine.</param>
    public static int RowThreads(int lanes, int threads, int cores) => Math.Clamp(1 + cores - (lanes * threads), 1, RowSplit.MostThreads);
}
