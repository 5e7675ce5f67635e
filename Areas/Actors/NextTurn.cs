using Akka.Actor;

namespace PalActors.Areas.Actors;

/// <summary>A word of a free-running area to itself: the others of its lane have had their turn.</summary>
public sealed class NextTurn : INoSerializationVerificationNeeded
{
    private NextTurn()
    {
    }

    /// <summary>The message.</summary>
    public static NextTurn Instance { get; } = new();
}
