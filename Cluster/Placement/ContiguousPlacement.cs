namespace PalActors.Clustering.Placement;

/// <summary>Assigns the areas of a hierarchy to nodes, as even in cost as contiguous groups allow.</summary>
/// <remarks>
/// Areas of a node are contiguous, since only neighbours exchange messages. The stimulus goes with area 1. The largest
/// cost of a node is as small as it can be, since a network is as fast as its slowest node; among such placements the
/// sum of squares is the smallest, which keeps the other nodes even; among equals the first nodes have more.
/// </remarks>
public static class ContiguousPlacement
{
    // Sums of the same costs in another order may differ in their last bits.
    private const double Tolerance = 1 + 1e-9;

    /// <summary>Assigns a node to each area, 0 to the top.</summary>
    /// <param name="costs">Cost of a tick of each area, area 1 first; none is negative.</param>
    /// <param name="nodes">
    /// Number of nodes, 1 or more; those beyond the number of areas above the input stay idle.
    /// </param>
    public static int[] Assign(IReadOnlyList<double> costs, int nodes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nodes, 1);
        int used = Math.Min(nodes, costs.Count);
        double most = LeastLargest(costs, used) * Tolerance;
        double[][] least = LeastSquares(costs, used, most);
        int[] node = new int[costs.Count + 1];
        for (int current = 0, first = 0; current < used; current++)
        {
            int left = used - current;
            int next = left == 1 ? costs.Count : LongestGroup(costs, least[left], least[left - 1], first, most);
            Array.Fill(node, current, first + 1, next - first);
            first = next;
        }

        node[0] = node[1];
        return node;
    }

    // The smallest cost that some placement needs on no node more of: by halving, then as what fits into that.
    private static double LeastLargest(IReadOnlyList<double> costs, int nodes)
    {
        double low = costs.Max(), high = costs.Sum();
        for (int step = 0; step < 64 && low < high; step++)
        {
            double middle = low + ((high - low) / 2);
            if (Groups(costs, middle) <= nodes)
                high = middle;
            else
                low = middle;
        }

        return high;
    }

    // Number of nodes if each takes as many areas as fit.
    private static int Groups(IReadOnlyList<double> costs, double most)
    {
        int groups = 1;
        double sum = 0;
        foreach (double cost in costs)
        {
            if (sum + cost > most)
                (groups, sum) = (groups + 1, 0);
            sum += cost;
        }

        return groups;
    }

    // [k][i]: the least sum of squares of k nodes that share the areas from i on; infinite where they cannot.
    private static double[][] LeastSquares(IReadOnlyList<double> costs, int nodes, double most)
    {
        double[][] least = new double[nodes + 1][];
        least[0] = new double[costs.Count + 1];
        Array.Fill(least[0], double.PositiveInfinity, 0, costs.Count);
        for (int k = 1; k <= nodes; k++)
        {
            least[k] = new double[costs.Count + 1];
            Array.Fill(least[k], double.PositiveInfinity);
            for (int first = 0; first < costs.Count; first++)
            {
                double sum = 0;
                for (int next = first + 1; next <= costs.Count && (sum += costs[next - 1]) <= most; next++)
                    least[k][first] = Math.Min(least[k][first], (sum * sum) + least[k - 1][next]);
            }
        }

        return least;
    }

    // End of the longest group from an area on with which the placement is still a best one.
    private static int LongestGroup(
        IReadOnlyList<double> costs, double[] least, double[] leastAfter, int first, double most)
    {
        int longest = first + 1;
        double sum = 0;
        for (int next = first + 1; next <= costs.Count && (sum += costs[next - 1]) <= most; next++)
        {
            if ((sum * sum) + leastAfter[next] <= least[first] * Tolerance)
                longest = next;
        }

        return longest;
    }
}
