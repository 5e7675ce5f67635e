namespace PalActors.Web.Data;

/// <summary>Something that happened in a run.</summary>
/// <param name="At">When this process heard of it.</param>
/// <param name="Text">One line.</param>
/// <param name="Kind">Its kind.</param>
internal sealed record RunEvent(DateTimeOffset At, string Text, RunEventKind Kind = RunEventKind.Other);

/// <summary>Kind of something that happened in a run.</summary>
internal enum RunEventKind
{
    /// <summary>Anything else.</summary>
    Other,

    /// <summary>Something was lost: a node, a snapshot, a network that diverged.</summary>
    Loss,

    /// <summary>Snapshots of a network were kept.</summary>
    Snapshot,
}
