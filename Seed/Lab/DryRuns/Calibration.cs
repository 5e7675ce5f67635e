using System.Diagnostics;
using PalActors.Areas.Contract.Models;
using PalActors.Messages.Plan;

namespace PalActors.Lab.DryRuns;

/// <summary>Times per tick of a network's areas, measured in a few ticks on this machine.</summary>
/// <param name="Seconds">Seconds per tick of each area with cells.</param>
/// <param name="IsPartial">True if areas were smaller or fewer than in the run, and their times scaled by cost.</param>
internal sealed record Calibration(IReadOnlyList<double> Seconds, bool IsPartial)
{
    /// <summary>Measures, for about as long as it may; slow ticks and large areas may take longer.</summary>
    /// <param name="models">The cell models.</param>
    /// <param name="plan">The network.</param>
    /// <param name="spare">Threads that areas may use besides their own.</param>
    /// <param name="time">Time to compute ticks for.</param>
    /// <param name="most">Bytes that areas take at most.</param>
    /// <returns>Null if not even one area is small enough.</returns>
    public static Calibration? Measure(
        ModelRegistry models, NetworkPlan plan, SpareThreads spare, TimeSpan time, long most)
    {
        IAreaModel cells = models.Of(plan);
        if (CalibrationPlan.Of(cells, plan, most) is not { } chosen)
            return null;
        TimedAreas areas = new(models.Bind(chosen.Plan, spare), chosen.Plan, chosen.Areas);
        areas.RunFor(time);
        long overhead = Overhead();
        Dictionary<int, double> measured = Shared(
            areas.All.ToDictionary(area => area.Area.Index, area => area.Samples.PerTick(overhead)), chosen);
        IReadOnlyList<AreaFootprint> all = cells.Footprints(plan);
        return new Calibration([.. all.Select(area => Scaled(area, chosen, measured))], chosen.IsPartial(all));
    }

    /// <summary>The shorter time of each area.</summary>
    public Calibration Least(Calibration other) =>
        this with { Seconds = [.. Seconds.Zip(other.Seconds, Math.Min)] };

    // Areas that are alike take the same time: the median of what was measured.
    private static Dictionary<int, double> Shared(Dictionary<int, double> measured, CalibrationPlan chosen)
    {
        Dictionary<int, double> shared = [];
        IEnumerable<AreaFootprint> built = chosen.Footprints.Where(area => measured.ContainsKey(area.Area));
        foreach (IGrouping<AreaFootprint, AreaFootprint> alike in built.GroupBy(area => area with { Area = 0 }))
        {
            double[] sorted = [.. alike.Select(area => measured[area.Area]).Order()];
            foreach (AreaFootprint area in alike)
                shared[area.Area] = sorted[sorted.Length / 2];
        }

        return shared;
    }

    // The same area if it was built, or the one of the nearest cost.
    private static double Scaled(AreaFootprint area, CalibrationPlan chosen, Dictionary<int, double> measured)
    {
        AreaFootprint nearest = measured.ContainsKey(area.Area)
            ? chosen.Footprints.First(one => one.Area == area.Area)
            : chosen.Footprints.Where(one => measured.ContainsKey(one.Area))
                .MinBy(one => Math.Abs(Math.Log(one.Cost / area.Cost)))!;
        return measured[nearest.Area] * (area.Cost / nearest.Cost);
    }

    // Looking at the clock twice per tick.
    private static long Overhead()
    {
        long least = long.MaxValue;
        for (int i = 0; i < 1000; i++)
        {
            long begun = Stopwatch.GetTimestamp();
            least = Math.Min(least, Stopwatch.GetTimestamp() - begun);
        }

        return 2 * least;
    }
}
