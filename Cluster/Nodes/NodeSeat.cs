using Akka.Actor;

namespace PalActors.Clustering.Nodes;

/// <summary>A node that can host areas.</summary>
/// <param name="Name">How it is called in what people read.</param>
/// <param name="Address">Address of its actor system: another incarnation of the same node has another <paramref name="Identity"/>.</param>
/// <param name="Identity">Tells incarnations of one address apart.</param>
/// <param name="Node">Its <see cref="NodeActor"/>.</param>
/// <param name="IsLocal">Whether it is in this process.</param>
public sealed record NodeSeat(string Name, Address Address, int Identity, ICanTell Node, bool IsLocal);
