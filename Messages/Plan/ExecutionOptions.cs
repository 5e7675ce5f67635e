using PalActors.Messages.Frames;

namespace PalActors.Messages.Plan;

/// <summary>Options of how networks are computed; they change no result.</summary>
/// <remarks>
/// They are not part of a plan's fingerprint, so a run may be resumed at another pace, with another window, placement
/// or number of threads.
/// </remarks>
public sealed record ExecutionOptions
{
    /// <summary>As fast as possible, without faults.</summary>
    public static ExecutionOptions Default { get; } = new();

    /// <summary>Ticks per second of wall-clock time; 0 for as fast as possible.</summary>
    public double Pace { get; init; }

    /// <summary>Ticks that areas send at a time; 0 for what suits the delay.</summary>
    public int Window { get; init; }

    /// <summary>Folder that all nodes share and write their snapshots to; empty: they go to the clock.</summary>
    public string SharedFolder { get; init; } = "";

    /// <summary>Bytes of values in a message between nodes at most; larger frames travel in pieces.</summary>
    /// <remarks>The same on all nodes; 0 to cut none.</remarks>
    public int PieceSize { get; init; } = FrameCut.UsualSize;

    /// <summary>Faults of links, or null for none.</summary>
    public FrameFaults? Faults { get; init; }
}
