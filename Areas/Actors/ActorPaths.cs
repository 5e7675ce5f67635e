using Akka.Actor;

namespace PalActors.Areas.Actors;

/// <summary>Paths by which actor systems name each other's actors.</summary>
public static class ActorPaths
{
    /// <summary>Path by which other actor systems reach an actor.</summary>
    public static string FullPath(this IActorRef actor, ActorSystem system) =>
        actor.Path.ToStringWithAddress(((ExtendedActorSystem)system).Provider.DefaultAddress);

    /// <summary>Refers to the actor at a path, of this actor system or another one.</summary>
    /// <remarks>Between nodes there are no selections: they would reach whatever fits a pattern.</remarks>
    /// <returns>
    /// The actor; for a path of this system where none is now, a reference that leads nowhere even if one comes.
    /// </returns>
    public static IActorRef At(this ActorSystem system, ActorPath path) =>
        ((ExtendedActorSystem)system).Provider.ResolveActorRef(path);
}
