namespace PalActors.Areas.Tests;

/// <summary>Bytes that calls allocate on their thread.</summary>
internal static class Allocations
{
    /// <summary>Gets the least of five stretches of calls, after one that does not count.</summary>
    /// <remarks>A collection that other threads cause meanwhile can add what this one has in reserve.</remarks>
    public static long Least(Action stretch)
    {
        stretch();
        long least = long.MaxValue;
        for (int trial = 0; trial < 5; trial++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            stretch();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
