using Akka.Actor;

namespace PalActors.Areas.Actors;

/// <summary>
/// Where a sender is. Anybody whom the cluster lets in can write to any actor by its path, but the one who commands an actor is mostly in the same actor system, or at a path that is known.
/// </summary>
public static class Whereabouts
{
    /// <summary>
    /// Whether it is an actor of this very actor system. What is no actor is not, dead letters above all: a message that came without a sender may have come from anywhere.
    /// </summary>
    public static bool IsHere(this IActorRef actor) => actor is IActorRefScope { IsLocal: true } and not MinimalActorRef;

    /// <summary>Whether it is at a path, as <see cref="FullPath"/> writes it.</summary>
    public static bool IsAt(this IActorRef actor, string path, ActorSystem system) => path.Length > 0 && FullPath(actor, system) == path;

    /// <summary>The path by which other actor systems reach it.</summary>
    public static string FullPath(this IActorRef actor, ActorSystem system) => actor.Path.ToStringWithAddress(((ExtendedActorSystem)system).Provider.DefaultAddress);
}
