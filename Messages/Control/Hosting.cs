using PalActors.Messages.Plan;

namespace PalActors.Messages.Control;

/// <summary>Asks a node for a host of some areas of a network.</summary>
/// <remarks>
/// Small, and repeated for the whole run, since the answer also says whether the host is still there. All further
/// messages go over the link between clock and host, in order and without loss.
/// </remarks>
/// <param name="Run">Identity of the run.</param>
/// <param name="Network">The network.</param>
/// <param name="Generation">Its generation; each is a fresh set of actors under fresh names.</param>
/// <param name="Node">Number of the node in this generation.</param>
/// <param name="Lane">Dispatcher of the node to run the areas on.</param>
public sealed record OpenHost(long Run, int Network, int Generation, int Node, int Lane) : IControlMessage;

/// <summary>Report of a host that it runs.</summary>
/// <param name="Network">The network.</param>
/// <param name="Generation">Its generation.</param>
/// <param name="Node">Number of the node in this generation.</param>
public sealed record HostOpened(int Network, int Generation, int Node) : IControlMessage;

/// <summary>Answer of a node that its host has ended, to a repeated <see cref="OpenHost"/>.</summary>
/// <remarks>
/// Akka's death watch is not used between nodes: its notices are system messages, which no node accepts from another.
/// </remarks>
/// <param name="Network">The network.</param>
/// <param name="Generation">Its generation.</param>
/// <param name="Node">Number of the node in this generation.</param>
public sealed record HostEnded(int Network, int Generation, int Node) : IControlMessage;

/// <summary>Tells a host which areas and sources to make.</summary>
/// <param name="Plan">The network.</param>
/// <param name="NodeOfArea">
/// Number of the node of each area; a source lives with the area that it is for.
/// </param>
/// <param name="Hosts">Path of the host on each node.</param>
/// <param name="StartTick">
/// The last complete tick: 0, or that of the snapshot, whose parts come before this message.
/// </param>
/// <param name="Execution">Pace, window and faults.</param>
public sealed record HostAreas(
    NetworkPlan Plan, int[] NodeOfArea, string[] Hosts, long StartTick, ExecutionOptions Execution) : IControlMessage;

/// <summary>The state that an area starts from; precedes <see cref="HostAreas"/>.</summary>
/// <param name="Snapshot">The state and the delay lines.</param>
public sealed record RestoreArea(AreaSnapshot Snapshot) : IControlMessage;

/// <summary>Report of a host that its areas and sources are up and wait to be connected.</summary>
/// <param name="Actors">The areas and sources.</param>
public sealed record AreasHosted(HostedActor[] Actors) : IControlMessage;

/// <summary>Tells a host the peers of one of its areas or sources.</summary>
/// <param name="Endpoint">The area or source.</param>
/// <param name="Peers">Paths of all that it is linked with.</param>
public sealed record ConnectArea(Endpoint Endpoint, Peer[] Peers) : IControlMessage;

/// <summary>Tells a node to stop its actors of a generation, which is over.</summary>
/// <param name="Network">The network.</param>
/// <param name="Generation">Its generation.</param>
public sealed record ReleaseAreas(int Network, int Generation) : IControlMessage;

/// <summary>Report of a host that it wrote the snapshot of an area to the shared folder.</summary>
/// <param name="Generation">Generation of the network.</param>
/// <param name="Area">The area.</param>
/// <param name="Tick">The tick.</param>
/// <param name="Length">Bytes of the file.</param>
/// <param name="Hash">SHA-256 of the file, lower-case hex.</param>
public sealed record SnapshotWritten(int Generation, int Area, long Tick, long Length, string Hash) : IControlMessage;
