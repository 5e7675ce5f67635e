namespace PalActors.Clustering.Membership;

/// <summary>How far a node is in a session with a seed.</summary>
public enum SessionState
{
    /// <summary>The seed has not answered yet.</summary>
    Looking,

    /// <summary>The seed took the node in.</summary>
    Enrolled,

    /// <summary>The node is a member of the cluster.</summary>
    Joined,
}

/// <summary>Why a session of a node with a seed ended.</summary>
public enum SessionEndKind
{
    /// <summary>The run came to its end.</summary>
    RunOver,

    /// <summary>The run failed.</summary>
    RunFailed,

    /// <summary>The seed did not take the node in.</summary>
    Refused,

    /// <summary>The seed is away, or another one.</summary>
    SeedLost,

    /// <summary>This node was asked to stop.</summary>
    Stopped,
}

/// <summary>The end of a session.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Reason">In words.</param>
public sealed record SessionEnd(SessionEndKind Kind, string Reason);
