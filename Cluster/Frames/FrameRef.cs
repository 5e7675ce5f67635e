using Akka.Actor;
using PalActors.Messages.Frames;

namespace PalActors.Clustering.Frames;

/// <summary>Reference to an area of another node: frames take a connection, all else Akka.Remote.</summary>
/// <remarks>While there is no connection frames go over Akka.Remote too. The two ways need no order.</remarks>
/// <param name="remote">The area, as Akka.Remote refers to it.</param>
/// <param name="connection">Connection to its node.</param>
/// <param name="channel">Channel of the area there.</param>
internal sealed class FrameRef(IInternalActorRef remote, FrameConnection connection, int channel) : MinimalActorRef
{
    /// <inheritdoc/>
    public override ActorPath Path => remote.Path;

    /// <inheritdoc/>
    public override IActorRefProvider Provider => remote.Provider;

    /// <inheritdoc/>
    protected override void TellInternal(object message, IActorRef sender)
    {
        if (message is not IFrameMessage frame || !connection.Send(channel, frame))
            remote.Tell(message, sender);
    }
}
