using System.Security.Cryptography;
using PalActors.Cli.Terminal;
using PalActors.Clustering.Snapshots;
using PalActors.Lab.Results;

namespace PalActors.Seed.Tests;

/// <summary>A run whose folder another process has taken over ends, and changes nothing there any more.</summary>
public sealed class LostFolderTests : IDisposable
{
    private const string Elsewhere = "host: elsewhere\nspace: x\nprocess: 7\nstarted: 2026-01-01 00:00:00\n";

    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();
    private readonly string _experiment;

    public LostFolderTests() => _experiment = _folder.Write("small.yaml", Palactors.Small);

    private string Lease => Path.Combine(_folder["run"], FinishedNetworks.Folder, FolderLease.Name);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("run", "--snapshot-every", "1s")]
    [InlineData("sweep", "--over", "eta_bw=0.25,0.5")]
    public async Task ItEndsWithAReasonAndLeavesTheOthersFilesAlone(string command, string option, string value)
    {
        LeaveLease(DateTime.UtcNow);
        // Because of the lease that is there it keeps one, too, and waits for it to be stale first.
        Task<Invocation> run = Palactors.RunAsync(
            command, _experiment, option, value, "--set", "pace=10", "--out", _folder["run"]);
        using CancellationTokenSource limit = new(s_limit);
        string definition = _folder[$"run/{(command == "run" ? RunFiles.Metrics : "sweep.csv")}"];
        while (!File.Exists(definition))
            await Task.Delay(10, limit.Token);

        // As another machine does that takes it over; its files are new ones of the same names.
        File.Move(Lease, Lease + "-aside");
        LeaveLease(DateTime.UtcNow);
        foreach (string file in Files())
        {
            byte[] bytes = File.ReadAllBytes(file);
            File.Delete(file);
            File.WriteAllBytes(file, bytes);
        }

        string[] taken = Hashes();
        Invocation ended = await run.WaitAsync(s_limit);
        Assert.Equal(ExitCodes.Failed, ended.Code);
        Assert.Contains(
            $"another run has taken '{_folder["run"]}' over while this process was suspended", ended.Error,
            StringComparison.Ordinal);
        Assert.Equal(taken, Hashes());
    }

    [Fact]
    public async Task WhereAnotherMachinesRunIsGoneStopSaysSoAtOnce()
    {
        await Palactors.RunAsync("run", _experiment, "--out", _folder["run"]);
        LeaveLease(DateTime.UtcNow - TimeSpan.FromHours(3));
        string written = $"{File.GetLastWriteTimeUtc(Lease):yyyy-MM-dd HH:mm:ss} UTC";

        Invocation stop = await Palactors.RunAsync("stop", _folder["run"]).WaitAsync(s_limit);

        Palactors.AssertRefused(
            stop,
            $"where no run is going on: process 7 on elsewhere, since 2026-01-01 00:00:00, was the last one there, and "
            + $"has not renewed its claim since {written};");
        Assert.False(File.Exists(Path.Combine(_folder["run"], RunFiles.Stop)));
    }

    private void LeaveLease(DateTime written)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Lease)!);
        File.WriteAllText(Lease, $"{Elsewhere}token: t\nrenewals: 000000000001\n");
        File.SetLastWriteTimeUtc(Lease, written);
    }

    private IEnumerable<string> Files() => Directory.EnumerateFiles(_folder["run"], "*", SearchOption.AllDirectories)
        .Where(file => Path.GetFileName(file) != FolderLock.Name)
        .Where(file => !file.EndsWith(DurableFile.Part, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private string[] Hashes() =>
        [.. Files().Select(file => $"{file} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}")];
}
