using System.Diagnostics;

namespace PalActors.Clustering.Lanes;

/// <summary>Which lane the current thread runs.</summary>
internal static class LaneThread
{
    private static int s_last;

    [ThreadStatic]
    private static int t_number;

    [ThreadStatic]
    private static long t_waited;

    /// <summary>A number of the lane that the current thread runs, 0 on any other thread.</summary>
    public static int Number => t_number;

    /// <summary>The current thread is a lane's from now on.</summary>
    public static void Enter() => t_number = Interlocked.Increment(ref s_last);

    /// <summary>The lane had nothing to do since a timestamp of <see cref="Stopwatch"/>.</summary>
    public static void HasWaited(long since) => t_waited += Stopwatch.GetTimestamp() - since;

    /// <summary>Seconds for which the lane of the current thread has had nothing to do; NaN on any other thread.</summary>
    public static double Waited() => t_number == 0 ? double.NaN : (double)t_waited / Stopwatch.Frequency;
}
