using System.Diagnostics;

namespace PalActors.Areas.Actors;

/// <summary>What the actors of a lane of one thread share.</summary>
/// <remarks>
/// One thread at a time has a lane: its own, or one that lets the lane's actors handle what it has just received. So
/// nothing here needs a lock.
/// </remarks>
public sealed class Lane
{
    [ThreadStatic]
    private static Lane? t_current;

    private long _idleSince = Stopwatch.GetTimestamp();
    private long _idle;

    /// <summary>The lane that the current thread has, or null.</summary>
    public static Lane? Current => t_current;

    /// <summary>Seconds in which no thread had the lane so far.</summary>
    public double IdleSeconds => (double)_idle / Stopwatch.Frequency;

    /// <summary>Areas of the lane that have something to do.</summary>
    internal LaneTurns Turns { get; } = new();

    /// <summary>Gives the lane to the current thread.</summary>
    public void Enter()
    {
        _idle += Stopwatch.GetTimestamp() - _idleSince;
        t_current = this;
    }

    /// <summary>Takes the lane from the current thread; nobody has it then.</summary>
    public void Leave()
    {
        t_current = null;
        _idleSince = Stopwatch.GetTimestamp();
    }
}
