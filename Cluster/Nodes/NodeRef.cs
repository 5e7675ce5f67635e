using Akka.Actor;

namespace PalActors.Clustering.Nodes;

/// <summary>A node that can host areas.</summary>
/// <param name="Name">Name in text for people.</param>
/// <param name="Address">Address of its actor system.</param>
/// <param name="Identity">Distinguishes incarnations of a node at one address.</param>
/// <param name="Node">Actor of the node, which opens hosts.</param>
/// <param name="IsLocal">True if it is in this process.</param>
public sealed record NodeRef(string Name, Address Address, int Identity, IActorRef Node, bool IsLocal);
