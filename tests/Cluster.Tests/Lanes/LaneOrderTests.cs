using Akka.Actor;
using PalActors.Clustering.Nodes;

namespace PalActors.Cluster.Tests.Lanes;

/// <summary>
/// Messages of one sender to one receiver arrive in order, from the same lane, from another, or from a thread of the
/// pool.
/// </summary>
public sealed class LaneOrderTests
{
    private const int Count = 20_000;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task MessagesOfASenderStayInOrder(bool fromOutsideToo)
    {
        using ActorSystem system = ActorSystem.Create("order", ActorSystems.Configuration(2, 1));
        TaskCompletionSource<string> result = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int senders = fromOutsideToo ? 4 : 1;
        IActorRef receiver = system.ActorOf(
            Props.Create(() => new Receiver(senders, result)).WithDispatcher(ActorSystems.Lane(0)));
        system.ActorOf(Props.Create(() => new Sender(0, receiver)).WithDispatcher(ActorSystems.Lane(0))).Tell("go");
        if (fromOutsideToo)
        {
            system.ActorOf(Props.Create(() => new Sender(1, receiver)).WithDispatcher(ActorSystems.Lane(1))).Tell("go");
            system.ActorOf(Props.Create(() => new Sender(2, receiver))).Tell("go");
            for (int i = 0; i < Count; i++)
                receiver.Tell((3, i));
        }

        Assert.Equal("", await result.Task.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    private sealed class Sender(int name, IActorRef receiver) : UntypedActor
    {
        private int _next;

        // In bursts, so that both wait for each other now and then.
        protected override void OnReceive(object message)
        {
            for (int i = 0; i < 7 && _next < Count; i++)
                receiver.Tell((name, _next++), Self);
            if (_next < Count)
                Self.Tell(message);
        }
    }

    private sealed class Receiver(int senders, TaskCompletionSource<string> result) : UntypedActor
    {
        private readonly int[] _next = new int[4];
        private int _received;

        protected override void OnReceive(object message)
        {
            (int sender, int number) = ((int, int))message;
            if (_next[sender] != number)
                result.TrySetResult($"sender {sender}: {number} instead of {_next[sender]}");
            _next[sender] = number + 1;
            if (++_received == senders * Count)
                result.TrySetResult("");
        }
    }
}
