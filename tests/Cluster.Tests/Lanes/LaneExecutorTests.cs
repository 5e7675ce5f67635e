using System.Collections.Concurrent;
using Akka.Dispatch;
using PalActors.Clustering.Lanes;

namespace PalActors.Cluster.Tests.Lanes;

public sealed class LaneExecutorTests
{
    [Fact]
    public async Task EverythingRunsOnceOnOneThreadWhereverItComesFrom()
    {
        LaneExecutor executor = new("lane");
        ConcurrentBag<int> threads = [];
        CountdownEvent left = new(4 * 500 * 3);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (int i = 0; i < 500; i++)
            {
                // Each is followed by two that the lane's own thread queues.
                executor.Execute(new Act(() =>
                {
                    Done();
                    executor.Execute(new Act(() =>
                    {
                        Done();
                        executor.Execute(new Act(Done));
                    }));
                }));
                if (i % 50 == 0)
                    Thread.Sleep(1);
            }
        })));
        Assert.True(left.Wait(TimeSpan.FromSeconds(30)), $"{left.CurrentCount} did not run");
        Assert.Single(threads.Distinct());
        executor.Shutdown();

        void Done()
        {
            threads.Add(Environment.CurrentManagedThreadId);
            left.Signal();
        }
    }

    [Fact]
    public void WhatComesFromElsewhereIsNotKeptWaitingForever()
    {
        LaneExecutor executor = new("lane");
        bool stop = false;
        using ManualResetEventSlim heard = new();
        executor.Execute(new Act(Again));
        Thread.Sleep(20);
        executor.Execute(new Act(heard.Set));
        Assert.True(heard.Wait(TimeSpan.FromSeconds(30)));
        Volatile.Write(ref stop, true);
        executor.Shutdown();

        // The lane is never idle.
        void Again()
        {
            if (!Volatile.Read(ref stop))
                executor.Execute(new Act(Again));
        }
    }

    [Fact]
    public void AfterAShutdownItRunsWhatComes()
    {
        LaneExecutor executor = new("lane");
        for (int round = 0; round < 200; round++)
        {
            using ManualResetEventSlim ran = new();
            executor.Execute(new Act(ran.Set));
            if (round % 2 == 0)
                executor.Shutdown();
            Assert.True(ran.Wait(TimeSpan.FromSeconds(30)), $"round {round}");
            executor.Shutdown();
        }
    }

    [Fact]
    public void AFailureDoesNotEndTheLane()
    {
        LaneExecutor executor = new("lane");
        using ManualResetEventSlim ran = new();
        executor.Execute(new Act(() => throw new InvalidOperationException("on purpose")));
        executor.Execute(new Act(ran.Set));
        Assert.True(ran.Wait(TimeSpan.FromSeconds(30)));
        executor.Shutdown();
    }

    private sealed class Act(Action action) : IRunnable
    {
        public void Run() => action();

        public void Execute() => action();
    }
}
