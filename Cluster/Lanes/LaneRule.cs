using PalActors.Areas.Contract.Models;

namespace PalActors.Clustering.Lanes;

/// <summary>Number of threads of a network's dispatcher, and of those that share passes over large matrices.</summary>
/// <remarks>
/// One thread per network by default: light areas lose more by messages between cores than they gain. More only if
/// cores are left over and the area that computes least per tick still takes about two microseconds.
/// </remarks>
public static class LaneRule
{
    // Two microseconds: a synapse costs about a fifth of a nanosecond per tick.
    private const double HeavyCost = 10_000;

    /// <summary>Threads per lane.</summary>
    /// <param name="areas">Footprints of the areas of a network.</param>
    /// <param name="lanes">Networks side by side.</param>
    /// <param name="cores">Cores of the machine.</param>
    public static int Threads(IReadOnlyList<AreaFootprint> areas, int lanes, int cores) =>
        areas.Min(area => area.Cost) >= HeavyCost ? Math.Clamp(cores / lanes, 1, areas.Count) : 1;

    /// <summary>Threads per lane that suit all networks of a run.</summary>
    public static int Threads(IEnumerable<IReadOnlyList<AreaFootprint>> networks, int lanes, int cores) =>
        networks.Min(areas => Threads(areas, lanes, cores));

    /// <summary>Threads besides their own that areas use, on the cores that all lanes together leave over.</summary>
    /// <remarks>
    /// There is one such team per process, and an area that finds it busy goes on alone; so even with several lanes no
    /// more threads compute than there are cores.
    /// </remarks>
    /// <param name="lanes">Networks side by side.</param>
    /// <param name="threads">Threads of each.</param>
    /// <param name="cores">Cores of the machine.</param>
    /// <param name="rows">Threads that share a pass, never more than cores; null: the area's own and the spare.</param>
    public static SpareThreads Spare(int lanes, int threads, int cores, int? rows = null)
    {
        int shared = rows ?? 1 + cores - (lanes * threads);
        return new(Math.Clamp(shared, 1, Math.Min(cores, SpareThreads.MostRows)), DrawsAhead: false);
    }
}
