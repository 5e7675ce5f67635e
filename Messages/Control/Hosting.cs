using PalActors.Messages.Plan;

namespace PalActors.Messages.Control;

/// <summary>
/// Asks a node for a host of some areas of a network. Small, and said again until <see cref="HostOpened"/> comes; all that follows goes over the link between clock and host, in order
/// and without loss.
/// </summary>
/// <param name="Run">Identity of the run.</param>
/// <param name="Network">The network.</param>
/// <param name="Generation">Its generation; each is a fresh set of actors under fresh names.</param>
/// <param name="Node">Number of the node in this generation.</param>
/// <param name="Lane">Dispatcher of the node to run the areas on.</param>
public sealed record OpenHost(long Run, int Network, int Generation, int Node, int Lane) : IControlMessage;

/// <summary>The host is there.</summary>
public sealed record HostOpened(int Network, int Generation, int Node) : IControlMessage;

/// <summary>What a host is to make.</summary>
/// <param name="Plan">The network.</param>
/// <param name="NodeOfArea">Number of the node of each area, 0 (the stimulus) to the top; the target source lives with the top area.</param>
/// <param name="Hosts">Path of the host on each node.</param>
/// <param name="StartTick">The last complete tick: 0, or that of the snapshot, whose parts come before this message.</param>
/// <param name="Execution">How to compute it.</param>
public sealed record HostAreas(
    NetworkPlan Plan, int[] NodeOfArea, string[] Hosts, long StartTick, ExecutionOptions Execution) : IControlMessage;

/// <summary>The state that an area starts from. It precedes <see cref="HostAreas"/>.</summary>
public sealed record RestoreArea(AreaSnapshot Snapshot) : IControlMessage;

/// <summary>The areas are up and wait to be connected.</summary>
/// <param name="Areas">The areas.</param>
/// <param name="Paths">Path of each of them, as its neighbours may reach it.</param>
/// <param name="TargetPath">Path of the target source, or empty.</param>
public sealed record AreasHosted(int[] Areas, string[] Paths, string TargetPath) : IControlMessage;

/// <summary>Tells a host whom one of its areas talks to.</summary>
/// <param name="Area">The area; 0 for the stimulus, -1 for the target.</param>
/// <param name="Below">Path of the area below, or the stimulus; empty where there is none.</param>
/// <param name="Above">Path of the area above; for a source, its consumer.</param>
/// <param name="Target">Path of the target source, for the top area.</param>
public sealed record ConnectArea(int Area, string Below, string Above, string Target) : IControlMessage;

/// <summary>The generation is over: stop its actors on this node.</summary>
public sealed record ReleaseAreas(int Network, int Generation) : IControlMessage;

/// <summary>A host wrote the snapshot of an area to the folder that all share.</summary>
/// <param name="Generation">Generation of the network.</param>
/// <param name="Area">The area.</param>
/// <param name="Tick">The tick.</param>
/// <param name="Length">Bytes of the file.</param>
/// <param name="Hash">SHA-256 of the file, lower-case hex.</param>
public sealed record SnapshotWritten(int Generation, int Area, long Tick, long Length, string Hash) : IControlMessage;
