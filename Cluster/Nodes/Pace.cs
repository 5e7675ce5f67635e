using System.Diagnostics;

namespace PalActors.Clustering.Nodes;

/// <summary>Ticks that a paced network may have computed by now, from the wall clock of its node.</summary>
/// <remarks>A network that has fallen behind catches up.</remarks>
/// <param name="ticksPerSecond">Ticks per second.</param>
/// <param name="startTick">The last complete tick at the start.</param>
internal sealed class Pace(double ticksPerSecond, long startTick)
{
    private readonly Stopwatch _time = new();

    /// <summary>Interval of the messages to areas: as short as the operating system allows without effort.</summary>
    public static TimeSpan Interval { get; } = TimeSpan.FromMilliseconds(1);

    /// <summary>The last tick that is due.</summary>
    public long Due => startTick + (long)(_time.Elapsed.TotalSeconds * ticksPerSecond);

    /// <summary>Starts the clock.</summary>
    public void Start() => _time.Start();
}
