namespace PalActors.Lab.DryRuns;

/// <summary>Dependence of one area's emissions on another's.</summary>
/// <param name="From">The area that is waited for, from 0.</param>
/// <param name="To">The area that waits, from 0.</param>
/// <param name="Seconds">Time from the one emission to the other.</param>
/// <param name="Ticks">Ticks by which the other emission is later, 1 or more.</param>
internal readonly record struct CycleEdge(int From, int To, double Seconds, double Ticks);

/// <summary>Period of areas that wait for each other: the largest ratio of seconds to ticks around a cycle.</summary>
internal static class CycleTime
{
    // Halvings of the range in which the period lies.
    private const int Steps = 40;

    /// <summary>Computes the period, seconds per tick; 0 without a cycle.</summary>
    /// <param name="areas">Number of areas.</param>
    /// <param name="edges">What waits for what.</param>
    public static double Longest(int areas, IEnumerable<CycleEdge> edges)
    {
        CycleEdge[] all = [.. edges];
        double low = 0, high = all.Length == 0 ? 0 : all.Max(edge => edge.Seconds / edge.Ticks);
        for (int step = 0; step < Steps && low < high; step++)
        {
            double middle = low + ((high - low) / 2);
            if (IsTooShort(areas, all, middle))
                low = middle;
            else
                high = middle;
        }

        return high;
    }

    // Bellman and Ford: with too short a period some cycle is longer than its ticks, and the times grow for ever.
    private static bool IsTooShort(int areas, CycleEdge[] edges, double period)
    {
        double[] late = new double[areas];
        for (int round = 0; round <= areas; round++)
        {
            bool grows = false;
            foreach (CycleEdge edge in edges)
            {
                double time = late[edge.From] + edge.Seconds - (period * edge.Ticks);
                if (time <= late[edge.To])
                    continue;
                late[edge.To] = time;
                grows = true;
            }

            if (!grows)
                return false;
        }

        return true;
    }
}
