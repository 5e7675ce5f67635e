using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Dispatch;
using PalActors.Areas.Actors;
using PalActors.Clustering.Lanes;

namespace PalActors.Cluster.Tests.Lanes;

/// <summary>Threads that receive messages run the lane where it is free.</summary>
public sealed class LaneVisitTests
{
    [Fact]
    public void AVisitorRunsAnIdleLaneItself()
    {
        LaneExecutor executor = new("lane");
        Idle(executor);
        int ran = 0;
        Assert.True(
            SpinWait.SpinUntil(
                () =>
                {
                    LaneVisit.Tell(
                        new Runner(executor, () => ran = Environment.CurrentManagedThreadId), "message");
                    return ran == Environment.CurrentManagedThreadId;
                },
                TimeSpan.FromSeconds(30)));
        executor.Shutdown();
    }

    [Fact]
    public void AVisitorLeavesALaneThatIsTakenAlone()
    {
        LaneExecutor executor = new("lane");
        using ManualResetEventSlim entered = new(), leave = new(), ran = new();
        executor.Execute(new Act(() =>
        {
            entered.Set();
            leave.Wait();
        }));
        entered.Wait();
        LaneVisit.Tell(new Runner(executor, ran.Set), "message");
        Assert.False(ran.IsSet);
        leave.Set();
        Assert.True(ran.Wait(TimeSpan.FromSeconds(30)));
        executor.Shutdown();
    }

    [Fact]
    public void AVisitorDoesNotStayForEver()
    {
        LaneExecutor executor = new("lane");
        Idle(executor);
        bool stop = false;
        ConcurrentBag<int> threads = [];
        // Returns although the lane is never idle again: the lane's own thread goes on.
        LaneVisit.Tell(new Runner(executor, Again), "message");
        Assert.True(
            SpinWait.SpinUntil(
                () => threads.Any(thread => thread != Environment.CurrentManagedThreadId), TimeSpan.FromSeconds(30)));
        Volatile.Write(ref stop, true);
        executor.Shutdown();

        void Again()
        {
            threads.Add(Environment.CurrentManagedThreadId);
            if (!Volatile.Read(ref stop) && threads.Count < 1_000_000)
                executor.Execute(new Act(Again));
        }
    }

    [Fact]
    public async Task OneThreadAtATimeHasTheLaneAndNothingIsLostWhoeverComes()
    {
        const int Messages = 20_000;
        LaneExecutor executor = new("lane");
        int inside = 0, collisions = 0, plain = 0;
        ConcurrentDictionary<Lane, bool> lanes = [];
        using CountdownEvent left = new(4 * Messages * 2);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(k => Task.Factory.StartNew(
            () =>
            {
                Random random = new(k);
                Runner actor = new(executor, Handle);
                for (int i = 0; i < Messages; i++)
                {
                    if (k % 2 == 0)
                        LaneVisit.Tell(actor, "message");
                    else
                        executor.Execute(new Act(Handle));
                    // Long enough for the lane to become idle, or to fall asleep, now and then.
                    Thread.SpinWait(random.Next(i % 100 == 0 ? 20_000 : 200));
                }
            },
            TaskCreationOptions.LongRunning)));
        Assert.True(left.Wait(TimeSpan.FromMinutes(1)), $"{left.CurrentCount} did not run");
        Assert.Equal((0, 4 * Messages * 2), (collisions, plain));
        Assert.Single(lanes);
        executor.Shutdown();

        void Handle()
        {
            Count();
            executor.Execute(new Act(Count));
        }

        void Count()
        {
            if (Interlocked.Increment(ref inside) != 1)
                Interlocked.Increment(ref collisions);
            lanes[Lane.Current!] = true;
            // Not atomic: it is exact only if the lane keeps threads apart.
            plain++;
            Interlocked.Decrement(ref inside);
            left.Signal();
        }
    }

    // Has the lane's thread started and become idle.
    private static void Idle(LaneExecutor executor)
    {
        using ManualResetEventSlim ran = new();
        executor.Execute(new Act(ran.Set));
        Assert.True(ran.Wait(TimeSpan.FromSeconds(30)));
    }

    /// <summary>An actor on a lane whose mailbox does one thing for each message.</summary>
    private sealed class Runner(LaneExecutor executor, Action action) : MinimalActorRef
    {
        public override ActorPath Path { get; } = new RootActorPath(Address.AllSystems, "/runner");

        public override IActorRefProvider Provider => throw new NotSupportedException();

        protected override void TellInternal(object message, IActorRef sender) => executor.Execute(new Act(action));
    }

    private sealed class Act(Action action) : IRunnable
    {
        public void Run() => action();

        public void Execute() => action();
    }
}
