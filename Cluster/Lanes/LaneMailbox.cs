using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;

namespace PalActors.Clustering.Lanes;

/// <summary>Makes mailboxes for the actors of a lane with a <see cref="LaneExecutor"/>.</summary>
/// <param name="settings">Settings of the actor system.</param>
/// <param name="config">Configuration of the mailbox.</param>
public sealed class LaneMailbox(Settings settings, Config config)
    : MailboxType(settings, config), IProducesMessageQueue<LaneQueue>
{
    /// <inheritdoc/>
    public override IMessageQueue Create(IActorRef owner, ActorSystem system) => new LaneQueue();
}
