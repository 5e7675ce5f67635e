using PalActors.Lab.Results;

namespace PalActors.Seed.Tests;

/// <summary>Claims to folders where the file system knows no locks.</summary>
public sealed class FolderLeaseTests : IDisposable
{
    private const string Elsewhere =
        "host: elsewhere\nspace: x\nprocess: 7\nstarted: 2026-01-01 00:00:00\ntoken: t\nrenewals: ";

    private static readonly LeaseTimes s_times = new(
        TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(500),
        TimeSpan.FromMilliseconds(150));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("palactors-");
    private readonly List<string> _said = [];

    private string File => Path.Combine(_folder.FullName, FolderLease.Name);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void ALiveProcessOfThisMachineHoldsItAndIsNamed()
    {
        using (Take())
        {
            LeaseHeldException held = Assert.Throws<LeaseHeldException>(() => Take());
            Assert.Contains(
                $"process {Environment.ProcessId} on {Environment.MachineName}, since ", held.Holder,
                StringComparison.Ordinal);
            Assert.True(FolderLease.MayBeHeld(File));
        }

        Assert.False(System.IO.File.Exists(File));
        Take().Dispose();
        Assert.Empty(_said);
    }

    [Fact]
    public void AnEndedProcessOfThisMachineIsTakenOverAtOnce()
    {
        using (Take())
            System.IO.File.Copy(File, File + "-copy");
        // No process has this number; the process with our number began at another time.
        string text = System.IO.File.ReadAllText(File + "-copy");
        foreach (string ended in (string[])
        [
            text.Replace($"process: {Environment.ProcessId}\n", "process: 999999999\n", StringComparison.Ordinal),
            text.Replace("started: 2", "started: 1", StringComparison.Ordinal),
        ])
        {
            Assert.NotEqual(text, ended);
            System.IO.File.WriteAllText(File, ended);
            Assert.False(FolderLease.MayBeHeld(File));
            Take().Dispose();
        }

        Assert.Empty(_said);
    }

    [Theory]
    [InlineData(Elsewhere + "000000000001\n")]
    [InlineData("torn")]
    [InlineData("")]
    public void AFileThatNobodyRenewsIsTakenOverAfterAWhile(string left)
    {
        System.IO.File.WriteAllText(File, left);
        long begun = Environment.TickCount64;
        using FolderLease lease = Take();
        Assert.InRange(Environment.TickCount64 - begun, 490, 60_000);
        Assert.Contains("0.5 s", Assert.Single(_said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileThatAnotherMachineRenewsIsHeld()
    {
        Renew(1);
        Task<LeaseHeldException> taking = Task.Run(() => Assert.Throws<LeaseHeldException>(() => Take()));
        for (int renewal = 2; !taking.IsCompleted; renewal++)
        {
            await Task.Delay(s_times.Renew);
            Renew(renewal);
        }

        Assert.Equal("process 7 on elsewhere, since 2026-01-01 00:00:00", (await taking).Holder);

        // As a whole: nobody reads a file that is half written.
        void Renew(int renewal)
        {
            System.IO.File.WriteAllText(File + ".new", $"{Elsewhere}{renewal}\n");
            System.IO.File.Move(File + ".new", File, overwrite: true);
        }
    }

    [Fact]
    public async Task ItIsRenewedAndItsLossIsNoticed()
    {
        using FolderLease lease = Take();
        string first = System.IO.File.ReadAllText(File);
        while (System.IO.File.ReadAllText(File) == first)
            await Task.Delay(10);
        Assert.True(lease.IsHeld());
        Assert.False(lease.Lost.IsCompleted);

        TakeOver();
        await lease.Lost.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.False(lease.IsHeld());
        lease.Dispose();
        Assert.True(System.IO.File.Exists(File), "it is the other's");
    }

    [Fact]
    public void ALossIsNoticedAtOnceWhereAFileIsAboutToBeWritten()
    {
        LeaseTimes slow = s_times with { Renew = TimeSpan.FromHours(1) };
        using FolderLease lease = FolderLease.Take(File, slow, _said.Add);
        Assert.True(lease.IsHeld());
        TakeOver();
        Assert.False(lease.IsHeld());
        Assert.True(lease.Lost.IsCompleted);
    }

    [Fact]
    public void AProcessThatWakesWritesIntoNoFileThatIsAnothers()
    {
        // A renewal that was under way when the process was suspended.
        using FileStream renewal = new(
            File, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        renewal.Write("left behind"u8);
        renewal.Flush();
        using FolderLease lease = Take();
        string taken = System.IO.File.ReadAllText(File);
        renewal.Position = 0;
        renewal.Write("still here?"u8);
        renewal.Flush();
        Assert.Equal(taken[..30], System.IO.File.ReadAllText(File)[..30]);
        Assert.True(lease.IsHeld());
    }

    [Fact]
    public async Task OfSeveralThatTakeOverOneSucceeds()
    {
        System.IO.File.WriteAllText(File, "left behind");
        Task<FolderLease?>[] takers =
        [
            .. Enumerable.Range(0, 6).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    try
                    {
                        return Take();
                    }
                    catch (Exception exception) when (exception is LeaseHeldException or IOException)
                    {
                        return null;
                    }
                },
                CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)),
        ];
        FolderLease?[] leases = await Task.WhenAll(takers);
        Assert.Single(leases, lease => lease is not null);
        leases.Single(lease => lease is not null)!.Dispose();
    }

    private FolderLease Take() => FolderLease.Take(File, s_times, line =>
    {
        lock (_said)
            _said.Add(line);
    });

    // As another machine does: the file is moved aside and another one made.
    private void TakeOver()
    {
        System.IO.File.Move(File, File + "-aside");
        System.IO.File.WriteAllText(File, Elsewhere + "000000000001\n");
    }
}
