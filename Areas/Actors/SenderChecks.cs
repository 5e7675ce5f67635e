using Akka.Actor;

namespace PalActors.Areas.Actors;

/// <summary>Checks of the sender of a message.</summary>
/// <remarks>
/// Every member of the cluster can send to any actor by its path, but commands come only from the same actor system or
/// from a known path.
/// </remarks>
public static class SenderChecks
{
    /// <summary>Checks whether an actor lives in this very actor system.</summary>
    /// <remarks>
    /// False for references that are not actors, above all dead letters: a message without a sender may have come from
    /// anywhere.
    /// </remarks>
    public static bool IsHere(this IActorRef actor) =>
        actor is IActorRefScope { IsLocal: true } and not MinimalActorRef;

    /// <summary>Checks whether an actor is at a path, as <see cref="ActorPaths.FullPath"/> writes it.</summary>
    public static bool IsAt(this IActorRef actor, string path, ActorSystem system) =>
        path.Length > 0 && actor.FullPath(system) == path;
}
