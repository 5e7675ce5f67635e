namespace PalActors.Clustering.Placement;

/// <summary>Assigns the areas of a hierarchy to nodes, as even in cost as contiguous groups allow.</summary>
/// <remarks>
/// Areas of a node are contiguous, since only neighbours exchange messages. The stimulus goes with area 1.
/// </remarks>
public static class ContiguousPlacement
{
    /// <summary>Assigns a node to each area, 0 to the top.</summary>
    /// <param name="costs">Cost of a tick of each area, area 1 first.</param>
    /// <param name="nodes">
    /// Number of nodes, 1 or more; those beyond the number of areas above the input stay idle.
    /// </param>
    public static int[] Assign(IReadOnlyList<double> costs, int nodes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nodes, 1);
        int top = costs.Count;
        double total = costs.Sum();
        int used = Math.Min(nodes, top);
        int[] node = new int[top + 1];
        double before = 0;
        int current = 0;
        for (int i = 0; i < top; i++)
        {
            // A node takes areas until the middle of the next one lies beyond its share, but leaves one area for each
            // later node.
            bool full = before + costs[i] / 2 > total * (current + 1) / used;
            bool mustMove = top - i <= used - 1 - current;
            if (i > 0 && current < used - 1 && (full || mustMove))
                current++;
            node[i + 1] = current;
            before += costs[i];
        }

        node[0] = node[1];
        return node;
    }
}
