namespace PalActors.Clustering.Overrides;

/// <summary>Settings of actor systems that a user may override: a row each, and nothing else.</summary>
/// <remarks>
/// What is not here makes a promise of security, such as untrusted mode, serializers and addresses, or belongs to the
/// protocol, such as the size of messages and the turns of free-running areas. Types of dispatchers are not here
/// either: some need sections of their own, and any other text loads a type.
/// </remarks>
internal static class OverrideTable
{
    private static readonly string[] s_dispatchers =
    [
        "akka.actor.default-dispatcher", "akka.actor.internal-dispatcher", "akka.remote.default-remote-dispatcher",
        "akka.remote.backoff-remote-dispatcher",
    ];

    private static readonly (string Key, OverrideKind Kind)[] s_threads =
    [
        ("executor", OverrideKind.Word("fork-join-executor", "channel-executor", "task-executor")),
        ("throughput", OverrideKind.Count),
        ("throughput-deadline-time", OverrideKind.Time),
        ("fork-join-executor.parallelism-min", OverrideKind.Count),
        ("fork-join-executor.parallelism-factor", OverrideKind.Real),
        ("fork-join-executor.parallelism-max", OverrideKind.Count),
        ("channel-executor.priority", OverrideKind.Word("low", "normal", "high")),
    ];

    /// <summary>The settings; <c>*</c> stands for one part of a name, or after a dash for a number.</summary>
    public static IReadOnlyList<(string Path, OverrideKind Kind)> Rows { get; } =
    [
        .. s_dispatchers.SelectMany(
            dispatcher => s_threads.Select(row => ($"{dispatcher}.{row.Key}", row.Kind))),
        ("palactors.lane-*.throughput", OverrideKind.Count),
        ("akka.scheduler.tick-duration", OverrideKind.Time),
        ("akka.cluster.gossip-interval", OverrideKind.Time),
        ("akka.cluster.gossip-time-to-live", OverrideKind.Time),
        ("akka.cluster.leader-actions-interval", OverrideKind.Time),
        ("akka.cluster.unreachable-nodes-reaper-interval", OverrideKind.Time),
        ("akka.cluster.failure-detector.heartbeat-interval", OverrideKind.Time),
        ("akka.cluster.failure-detector.acceptable-heartbeat-pause", OverrideKind.Time),
        ("akka.cluster.failure-detector.min-std-deviation", OverrideKind.Time),
        ("akka.cluster.failure-detector.threshold", OverrideKind.Real),
        ("akka.remote.retry-gate-closed-for", OverrideKind.Time),
        ("akka.remote.transport-failure-detector.heartbeat-interval", OverrideKind.Time),
        ("akka.remote.transport-failure-detector.acceptable-heartbeat-pause", OverrideKind.Time),
        ("akka.remote.dot-netty.tcp.connection-timeout", OverrideKind.Time),
        ("akka.remote.dot-netty.tcp.tcp-nodelay", OverrideKind.Switch),
        ("akka.remote.dot-netty.tcp.batching.enabled", OverrideKind.Switch),
        ("akka.remote.dot-netty.tcp.batching.max-pending-writes", OverrideKind.Count),
        ("akka.coordinated-shutdown.default-phase-timeout", OverrideKind.Time),
        ("akka.coordinated-shutdown.phases.*.timeout", OverrideKind.Time),
        ("akka.log-config-on-start", OverrideKind.Switch),
        ("akka.log-dead-letters", OverrideKind.Switch),
        ("akka.remote.log-remote-lifecycle-events", OverrideKind.Switch),
        ("akka.actor.debug.*", OverrideKind.Switch),
    ];

    /// <summary>Finds the kind of a setting; null if it may not be overridden.</summary>
    /// <param name="path">Its name, part by part.</param>
    public static OverrideKind? Find(IReadOnlyList<string> path) =>
        Rows.FirstOrDefault(row => Matches(row.Path.Split('.'), path)).Kind;

    private static bool Matches(string[] pattern, IReadOnlyList<string> path) =>
        pattern.Length == path.Count
        && pattern.Zip(path).All(part => Matches(part.First, part.Second));

    private static bool Matches(string pattern, string part) =>
        pattern == "*" ? part.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
        : pattern.EndsWith("-*", StringComparison.Ordinal)
            ? part.StartsWith(pattern[..^1], StringComparison.Ordinal)
                && part[(pattern.Length - 1)..].All(char.IsAsciiDigit)
        : pattern == part;
}
