using Akka.Actor;

namespace PalActors.Areas.Actors;

/// <summary>Message of an area to itself: the messages that were there before it have had their turn.</summary>
/// <remarks>Of a free-running area after each tick, else after some turns in a row (<see cref="LaneTurns"/>).</remarks>
public sealed class NextTurn : INoSerializationVerificationNeeded
{
    private NextTurn()
    {
    }

    /// <summary>The message.</summary>
    public static NextTurn Instance { get; } = new();
}
