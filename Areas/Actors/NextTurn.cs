using Akka.Actor;

namespace PalActors.Areas.Actors;

/// <summary>Message of a free-running area to itself: the other areas of its lane have had their turn.</summary>
public sealed class NextTurn : INoSerializationVerificationNeeded
{
    private NextTurn()
    {
    }

    /// <summary>The message.</summary>
    public static NextTurn Instance { get; } = new();
}
