using Akka.Actor;
using PalActors.Clustering.Runs;

namespace PalActors.Cluster.Tests.Runs;

/// <summary>What a run cannot do without is watched: its end, and that it still does anything.</summary>
public sealed class RunWatchTests : Akka.TestKit.Xunit2.TestKit
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(20);

    [Fact]
    public async Task AnActorThatEndsIsReported()
    {
        IActorRef actor = Sys.ActorOf(Props.Create(() => new Idle()));
        Task<string> failed = WatchedBy(actor);

        actor.Tell(PoisonPill.Instance);

        Assert.Equal("the actor ended", await failed.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task AnActorThatIsSuspendedIsReported()
    {
        IActorRef actor = Sys.ActorOf(Props.Create(() => new Idle()));
        Task<string> failed = WatchedBy(actor);

        ((IInternalActorRef)actor).Suspend();

        Assert.Equal("the actor no longer answers", await failed.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    private Task<string> WatchedBy(IActorRef actor)
    {
        TaskCompletionSource<string> failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        IActorRef watch = Sys.ActorOf(Props.Create(() => new RunWatch(s_interval)));
        watch.Tell(new RunWatch.Watch(actor, "the actor", failed.SetResult));
        return failed.Task;
    }

    private sealed class Idle : UntypedActor
    {
        protected override void OnReceive(object message)
        {
        }
    }
}
