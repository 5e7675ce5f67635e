namespace PalActors.Clustering.Lanes;

/// <summary>Which lane the current thread runs.</summary>
internal static class LaneThread
{
    private static int s_last;

    [ThreadStatic]
    private static int t_number;

    /// <summary>A number of the lane that the current thread runs, 0 on any other thread.</summary>
    public static int Number => t_number;

    /// <summary>The current thread is a lane's from now on.</summary>
    public static void Enter() => t_number = Interlocked.Increment(ref s_last);
}
