namespace PalActors.Messages.Control;

/// <summary>Tells an area or a source where its peers are.</summary>
/// <param name="Host">Path of the host on this node, which relays the messages of the network's clock.</param>
/// <param name="Peers">Paths of all that it is linked with.</param>
public sealed record Connect(string Host, Peer[] Peers) : IControlMessage;

/// <summary>Greets the actor at a path; its answer <see cref="HelloBack"/> brings its reference.</summary>
/// <param name="Role">Role of the actor that is greeted, for the one that greets.</param>
public sealed record Hello(string Role) : IControlMessage;

/// <summary>Answers a <see cref="Hello"/>.</summary>
/// <param name="Role">The role in the greeting.</param>
public sealed record HelloBack(string Role) : IControlMessage;

/// <summary>Report of an area or source that all its peers have answered.</summary>
/// <param name="Generation">Generation of the network.</param>
/// <param name="Endpoint">The area or source.</param>
public sealed record Connected(int Generation, Endpoint Endpoint) : IControlMessage;
