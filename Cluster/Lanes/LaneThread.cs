using System.Diagnostics;

namespace PalActors.Clustering.Lanes;

/// <summary>State of the lane that the current thread runs.</summary>
internal static class LaneThread
{
    private static int s_last;

    [ThreadStatic]
    private static int t_number;

    [ThreadStatic]
    private static long t_idle;

    /// <summary>Number of the lane that the current thread runs, 0 on any other thread.</summary>
    public static int Number => t_number;

    /// <summary>Makes the current thread a lane's.</summary>
    public static void Enter() => t_number = Interlocked.Increment(ref s_last);

    /// <summary>Adds the time since a timestamp of <see cref="Stopwatch"/> to the lane's idle time.</summary>
    public static void AddIdle(long since) => t_idle += Stopwatch.GetTimestamp() - since;

    /// <summary>Gets the idle seconds of the lane of the current thread; NaN on any other thread.</summary>
    public static double IdleSeconds() => t_number == 0 ? double.NaN : (double)t_idle / Stopwatch.Frequency;
}
