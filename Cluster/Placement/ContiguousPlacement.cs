namespace PalActors.Clustering.Placement;

/// <summary>
/// Deals the areas of a hierarchy to nodes: contiguous areas together (only neighbours talk), as even in cost as contiguity allows.
/// The stimulus goes with area 1.
/// </summary>
public static class ContiguousPlacement
{
    /// <summary>Node of each area, 0 to the top.</summary>
    /// <param name="layers">Neurons per area.</param>
    /// <param name="nodes">Number of nodes, 1 or more; those beyond the number of areas above the input stay idle.</param>
    public static int[] Assign(IReadOnlyList<int> layers, int nodes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nodes, 1);
        int top = layers.Count - 1;
        double[] cost = [.. Enumerable.Range(1, top).Select(area => Cost(layers, area))];
        double total = cost.Sum();
        int used = Math.Min(nodes, top);
        int[] node = new int[top + 1];
        double before = 0;
        int current = 0;
        for (int i = 0; i < top; i++)
        {
            // A node takes areas until its share is reached by the middle of the next, and never so many that a later node gets none.
            bool full = before + cost[i] / 2 > total * (current + 1) / used;
            bool mustMove = top - i <= used - 1 - current;
            if (i > 0 && current < used - 1 && (full || mustMove))
                current++;
            node[i + 1] = current;
            before += cost[i];
        }

        node[0] = node[1];
        return node;
    }

    // Synapses from the stimulus are touched once per presentation, twice as long as others: about this much per tick of the paper's 100.
    private const double HeldShare = 0.02;

    /// <summary>Cost of an area per tick: its neurons plus the synapses it owns (W, P, B, Q).</summary>
    public static double Cost(IReadOnlyList<int> layers, int area)
    {
        double size = layers[area], below = layers[area - 1], above = area + 1 < layers.Count ? layers[area + 1] : 0;
        return size + (size * below * (area == 1 ? HeldShare : 1)) + (3 * size * above);
    }
}
