using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Areas.Tests.Projections;

/// <summary>Threads that share the parts of a pass.</summary>
public sealed class RowTeamTests
{
    public static TheoryData<int> Threads { get; } = [1, 2, 3, 4, 9];

    [Theory]
    [MemberData(nameof(Threads))]
    public void EveryPartIsDoneOnceInEveryPass(int threads)
    {
        using RowTeam team = new(threads);
        for (int pass = 0; pass < 2000; pass++)
        {
            Counted work = new(1 + (pass % 13));
            team.Run(work, work.Counts.Length);
            Assert.All(work.Counts, count => Assert.Equal(1, count));
        }
    }

    [Fact]
    public void HelpersTakePart()
    {
        using RowTeam team = new(4);
        // All four parts wait for each other: no thread can do two of them.
        Meeting work = new(4);
        for (int pass = 0; pass < 50; pass++)
            team.Run(work, 4);
        Assert.Equal(200, work.Done);
        Assert.Equal(4, work.Threads.Count);
    }

    [Fact]
    public async Task AHelperThatSleepsIsWoken()
    {
        using RowTeam team = new(2);
        for (int pass = 0; pass < 20; pass++)
        {
            // Switches between pool threads, too: any thread may be the caller.
            await Task.Run(() => team.Run(new Meeting(2), 2)).WaitAsync(TimeSpan.FromSeconds(20));
            GC.Collect();
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void WhatAPartThrowsReachesTheCallerAndTheTeamGoesOn(int bad)
    {
        using RowTeam team = new(4);
        for (int pass = 0; pass < 20; pass++)
        {
            Assert.Equal(
                $"part {bad}",
                Assert.Throws<InvalidOperationException>(() => team.Run(new Meeting(4) { Bad = bad }, 4)).Message);
            Counted work = new(8);
            team.Run(work, 8);
            Assert.All(work.Counts, count => Assert.Equal(1, count));
        }
    }

    [Fact]
    public void AHelpersExceptionKeepsItsOrigin()
    {
        using RowTeam team = new(2);
        Meeting work = new(2) { Bad = 1 };
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => team.Run(work, 2));
        Assert.NotEqual(Environment.CurrentManagedThreadId, work.BadThread);
        Assert.Contains(nameof(Meeting), error.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public void APartThatAsksInTurnDoesItAlone()
    {
        using RowTeam team = new(3);
        Nested work = new(team);
        team.Run(work, 3);
        Assert.All(work.Inner, inner => Assert.All(inner.Counts, count => Assert.Equal(1, count)));
        Assert.All(work.Inner, inner => Assert.Single(inner.Threads.Distinct()));
    }

    [Fact]
    public async Task SeveralCallersShareATeam()
    {
        using RowTeam team = new(3);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (int pass = 0; pass < 3000; pass++)
            {
                Counted work = new(5);
                team.Run(work, 5);
                Assert.All(work.Counts, count => Assert.Equal(1, count));
            }
        }))).WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void APassAllocatesNothing()
    {
        using RowTeam team = new(2);
        Counted work = new(8);
        for (int pass = 0; pass < 100; pass++)
            team.Run(work, 8);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int pass = 0; pass < 1000; pass++)
            team.Run(work, 8);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void AfterItsEndTheCallerDoesAllParts()
    {
        RowTeam team = new(3);
        team.Run(new Counted(3), 3);
        team.Dispose();
        team.Dispose();
        Counted work = new(6);
        team.Run(work, 6);
        Assert.All(work.Counts, count => Assert.Equal(1, count));
        Assert.All(work.Threads, thread => Assert.Equal(Environment.CurrentManagedThreadId, thread));
    }

    [Fact]
    public void ThereIsOneTeamPerNumberOfThreads()
    {
        Assert.Same(RowTeam.Of(3), RowTeam.Of(3));
        Assert.Equal(3, RowTeam.Of(3).Threads);
        Assert.NotSame(RowTeam.Of(2), RowTeam.Of(3));
    }

    [Fact]
    public void BadNumbersAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RowTeam(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RowTeam(RowSplit.MostThreads + 1));
        using RowTeam team = new(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => team.Run(new Counted(1), RowTeam.MostParts + 1));
    }

    private sealed class Counted(int parts) : IRowWork
    {
        public int[] Counts { get; } = new int[parts];

        public int[] Threads { get; } = new int[parts];

        public void Run(int part, int parts)
        {
            Interlocked.Increment(ref Counts[part]);
            Threads[part] = Environment.CurrentManagedThreadId;
        }
    }

    // Each part waits until all have begun.
    private sealed class Meeting(int size) : IRowWork
    {
        private readonly Barrier _barrier = new(size);
        private int _done;

        public int Bad { get; init; } = -1;

        public int BadThread { get; private set; }

        public int Done => _done;

        public HashSet<int> Threads { get; } = [];

        public void Run(int part, int parts)
        {
            if (!_barrier.SignalAndWait(TimeSpan.FromSeconds(20)))
                throw new TimeoutException($"Part {part} waited for the others in vain.");
            lock (Threads)
                Threads.Add(Environment.CurrentManagedThreadId);
            Interlocked.Increment(ref _done);
            if (part != Bad)
                return;
            BadThread = Environment.CurrentManagedThreadId;
            throw new InvalidOperationException($"part {part}");
        }
    }

    private sealed class Nested(RowTeam team) : IRowWork
    {
        public Counted[] Inner { get; } = [.. Enumerable.Range(0, 3).Select(_ => new Counted(4))];

        public void Run(int part, int parts) => team.Run(Inner[part], 4);
    }
}
