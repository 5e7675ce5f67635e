using PalActors.Areas.Contract.Models;
using PalActors.Areas.Contract.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.Lab.DryRuns;

/// <summary>Areas that a calibration builds: those of the run, or smaller or fewer where these are too large.</summary>
/// <param name="Plan">The network, with nothing but ticks of learning.</param>
/// <param name="Areas">Areas that are built.</param>
/// <param name="Footprints">Footprints of all areas of <paramref name="Plan"/>.</param>
internal sealed record CalibrationPlan(
    NetworkPlan Plan, IReadOnlyList<int> Areas, IReadOnlyList<AreaFootprint> Footprints)
{
    /// <summary>Bytes that areas of a calibration take at most.</summary>
    /// <remarks>Several times a third-level cache, so that the time per tick is that of the memory.</remarks>
    public const long MostBytes = 250_000_000;

    private const long LeastTicks = 200_000;
    private const double Shrinking = 0.8;

    /// <summary>Chooses what to build.</summary>
    /// <param name="cells">The cell model.</param>
    /// <param name="plan">The network of the run.</param>
    /// <param name="most">Bytes that areas take at most.</param>
    /// <returns>Null if not even one area is small enough.</returns>
    public static CalibrationPlan? Of(IAreaModel cells, NetworkPlan plan, long most)
    {
        NetworkPlan learning = Learning(plan);
        IReadOnlyList<AreaFootprint> all = cells.Footprints(learning);
        if (all.Sum(area => area.Bytes) <= most)
            return new CalibrationPlan(learning, [.. all.Select(area => area.Area)], all);
        if (Shrunk(cells, learning, most) is { } smaller)
            return smaller;
        List<int> some = [];
        foreach (AreaFootprint area in Different(all).OrderBy(area => area.Bytes))
        {
            if ((most -= area.Bytes) < 0)
                break;
            some.Add(area.Area);
        }

        return some.Count == 0 ? null : new CalibrationPlan(learning, some, all);
    }

    /// <summary>True if areas are smaller or fewer than in the run.</summary>
    /// <param name="areas">Footprints of the areas of the run.</param>
    public bool IsPartial(IReadOnlyList<AreaFootprint> areas) =>
        Areas.Count < areas.Count || !Footprints.SequenceEqual(areas);

    // The phase that takes most ticks, from tick 1 on.
    private static NetworkPlan Learning(NetworkPlan plan)
    {
        Phase longest = plan.Schedule.Phases.GroupBy(phase => phase.Flags)
            .MaxBy(phases => phases.Sum(phase => phase.Ticks))!.First();
        long presentations = Math.Max(longest.Presentations, (LeastTicks / longest.PresentationTicks) + 1);
        presentations = Math.Min(presentations, int.MaxValue / longest.Batch);
        Phase only = longest with { FirstTick = 1, Presentations = (int)presentations };
        return plan with { Schedule = plan.Schedule with { Phases = [only], EndTick = only.LastTick } };
    }

    // The same network with fewer cells in its hidden areas; null for cells whose numbers depend on other parameters.
    private static CalibrationPlan? Shrunk(IAreaModel cells, NetworkPlan plan, long most)
    {
        int[] layers = [.. plan.Layers];
        while (true)
        {
            NetworkPlan smaller = plan with { Layers = [.. layers] };
            IReadOnlyList<AreaFootprint> areas;
            try
            {
                cells.Check(smaller);
                areas = cells.Footprints(smaller);
            }
            catch (ParameterException)
            {
                return null;
            }

            AreaFootprint[] different = [.. Different(areas)];
            if (different.Sum(area => area.Bytes) <= most)
                return new CalibrationPlan(smaller, [.. different.Select(area => area.Area)], areas);
            if (!Shrink(plan.Graph, layers))
                return null;
        }
    }

    // One of those that are alike.
    private static IEnumerable<AreaFootprint> Different(IReadOnlyList<AreaFootprint> areas) =>
        areas.DistinctBy(area => area with { Area = 0 });

    // Areas with a target have as many cells as the data's targets have columns.
    private static bool Shrink(AreaGraph graph, int[] layers)
    {
        int[] free = [.. graph.Hidden.Where(area => !graph.IsTargeted(area))];
        int largest = free.Select(area => layers[area]).DefaultIfEmpty().Max();
        bool shrunk = false;
        foreach (int area in free)
        {
            // Large areas first: what is small already costs little and stays as it is.
            if (layers[area] < largest / 2 || layers[area] < 2)
                continue;
            layers[area] = (int)(layers[area] * Shrinking);
            shrunk = true;
        }

        return shrunk;
    }
}
