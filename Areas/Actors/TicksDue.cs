using Akka.Actor;

namespace PalActors.Areas.Actors;

/// <summary>The wall clock has come to a tick, says the host of the node to the areas of a paced network.</summary>
/// <param name="Tick">The last tick that is due.</param>
public sealed record TicksDue(long Tick) : INoSerializationVerificationNeeded;
