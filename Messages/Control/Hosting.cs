using PalActors.Messages.Plan;

namespace PalActors.Messages.Control;

/// <summary>Asks a node to host areas of a network.</summary>
/// <param name="Plan">The network.</param>
/// <param name="Generation">Its generation; each is a fresh set of actors under fresh names.</param>
/// <param name="Areas">Areas to host: 0 is the stimulus, 1 to the top the areas; the target source lives with the top area.</param>
/// <param name="Lane">Dispatcher of the node to run them on.</param>
/// <param name="Clock">Path of the network's clock.</param>
public sealed record HostAreas(NetworkPlan Plan, int Generation, int[] Areas, int Lane, string Clock) : IControlMessage;

/// <summary>The areas are up and wait to be connected.</summary>
/// <param name="Network">The network.</param>
/// <param name="Generation">Its generation.</param>
/// <param name="Areas">The areas.</param>
/// <param name="Paths">Path of each of them, as its neighbours may reach it.</param>
/// <param name="TargetPath">Path of the target source, or empty.</param>
public sealed record AreasHosted(int Network, int Generation, int[] Areas, string[] Paths, string TargetPath) : IControlMessage;

/// <summary>The network is over: stop its actors on this node.</summary>
public sealed record ReleaseAreas(int Network, int Generation) : IControlMessage;
