using PalActors.Areas.Contract.Links;
using PalActors.Areas.Contract.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Remedies;

/// <summary>Ticks that an input needs to an area, by which an aligned target is late.</summary>
internal static class TargetDelays
{
    /// <summary>Refuses aligned targets of areas that inputs reach by ways of different length.</summary>
    /// <exception cref="ParameterException">There is such an area.</exception>
    public static void Check(AreaGraph graph, LinkOptions links)
    {
        foreach (int area in graph.Targeted)
            To(graph, links, area);
    }

    /// <summary>Sum of the up delays on the ways from inputs to an area, the same on all of them.</summary>
    /// <exception cref="ParameterException">It is not.</exception>
    public static long To(AreaGraph graph, LinkOptions links, int area)
    {
        Dictionary<int, long> sums = graph.Inputs.ToDictionary(input => input, _ => 0L);
        Queue<int> open = new(graph.Inputs);
        HashSet<int> below = Below(graph, area);
        while (open.TryDequeue(out int from))
        {
            foreach (Pathway pathway in graph.Out(from).Where(pathway => below.Contains(pathway.To)))
            {
                long sum = sums[from] + (pathway.HasFeedback ? links.DelayUp[pathway] : 0);
                if (sums.TryAdd(pathway.To, sum))
                    open.Enqueue(pathway.To);
                else if (sums[pathway.To] != sum)
                    throw Unequal(graph, pathway.To, sums[pathway.To], sum);
            }
        }

        return sums[area];
    }

    private static ParameterException Unequal(AreaGraph graph, int area, long one, long other) => new(
        "target_delay",
        $"target_delay is 'aligned', and inputs reach area {graph.Name(area)} after {Math.Min(one, other)} and after "
        + $"{Math.Max(one, other)} ticks; valid is the same sum of delay_up on all ways, or immediate.");

    // The area and all from which a way leads to it.
    private static HashSet<int> Below(AreaGraph graph, int area)
    {
        HashSet<int> below = [area];
        Queue<int> open = new([area]);
        while (open.TryDequeue(out int next))
        {
            foreach (Pathway pathway in graph.In(next))
            {
                if (below.Add(pathway.From))
                    open.Enqueue(pathway.From);
            }
        }

        return below;
    }
}
