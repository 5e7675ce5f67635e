namespace PalActors.Lab.DryRuns;

/// <summary>Time per tick of a network, and what it consists of.</summary>
/// <param name="Computing">Seconds that each node computes per tick.</param>
/// <param name="Programs">Seconds per tick that frames take in the programs at both ends.</param>
/// <param name="Latency">Seconds per tick that whole messages allow, the network included.</param>
/// <param name="Wire">Seconds per tick that the bandwidth allows.</param>
internal sealed record TickTime(IReadOnlyList<double> Computing, double Programs, double Latency, double Wire)
{
    /// <summary>Seconds per tick.</summary>
    /// <remarks>
    /// What programs take adds to computing, as was measured. Computing and latency overlap in part: where both are
    /// alike a tick takes longer than either. The root of the sum of squares is within an eighth of areas as played.
    /// </remarks>
    public double Seconds
    {
        get
        {
            double computing = Computing.Max();
            double overlapping = Math.Sqrt((computing * computing) + (Latency * Latency));
            return Math.Max(Wire, Math.Max(computing + Programs, overlapping));
        }
    }

    /// <summary>The node that computes longest.</summary>
    public int SlowestNode => Computing.Index().MaxBy(node => node.Item).Index;

    /// <summary>True if it is mostly waiting for frames.</summary>
    public bool IsWaiting => Seconds > 2 * Computing.Max() && !IsOnWire;

    /// <summary>True if the bandwidth sets the pace.</summary>
    public bool IsOnWire => Seconds == Wire;
}
