using Akka.Actor;

namespace PalActors.Areas.Actors;

/// <summary>Message of the host to the areas of a paced network: the wall clock has reached a tick.</summary>
/// <param name="Tick">The last tick that is due.</param>
public sealed record TicksDue(long Tick) : INoSerializationVerificationNeeded;
