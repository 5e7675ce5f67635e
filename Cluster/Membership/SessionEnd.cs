namespace PalActors.Clustering.Membership;

/// <summary>Progress of a node's session with a seed.</summary>
public enum SessionState
{
    /// <summary>The seed has not answered yet.</summary>
    Looking,

    /// <summary>The seed accepted the node.</summary>
    Enrolled,

    /// <summary>The node is a member of the cluster.</summary>
    Joined,
}

/// <summary>Reasons for the end of a node's session with a seed.</summary>
public enum SessionEndKind
{
    /// <summary>The run came to its end.</summary>
    RunOver,

    /// <summary>The run failed.</summary>
    RunFailed,

    /// <summary>The seed did not accept the node.</summary>
    Refused,

    /// <summary>The seed cannot be reached, or was started again.</summary>
    SeedLost,

    /// <summary>This node was asked to stop.</summary>
    Stopped,
}

/// <summary>End of a session.</summary>
/// <param name="Kind">Kind of reason.</param>
/// <param name="Reason">The reason as a text for people.</param>
public sealed record SessionEnd(SessionEndKind Kind, string Reason);
