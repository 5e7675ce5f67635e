using System.Diagnostics;
using System.Globalization;

namespace PalActors.EndToEnd.Tests;

/// <summary>One run per folder on a file system that knows no locks.</summary>
public sealed class NoLocksTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ASecondRunIsRefusedAndAKilledOneIsTakenOver()
    {
        string[] run =
        [
            "run", "yin-yang", "--ticks", "300000", "--set", "validation=100", "--quiet", "--digest",
            "--snapshot-every", "1s",
        ];
        string[] paced = [.. run, "--set", "pace=30000", "--out", _folder.File("run")];
        using Process first = Start(paced);
        while (!File.Exists(_folder.File("run/networks/.lease")))
            await Task.Delay(50);
        while (!Directory.Exists(_folder.File("run/snapshots/network-0"))
            || Directory.GetFiles(_folder.File("run/snapshots/network-0"), "manifest-*").Length == 0)
        {
            await Task.Delay(50);
        }

        using Process second = Start(paced);
        PalactorsProcess.Result refused = await PalactorsProcess.EndAsync(second);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"is where process {first.Id} on "), refused.Error,
            StringComparison.Ordinal);

        first.Kill();
        await first.WaitForExitAsync();
        using Process third = Start(["resume", _folder.File("run"), "--quiet", "--digest", "--set", "pace=0"]);
        PalactorsProcess.Result resumed = await PalactorsProcess.EndAsync(third);
        Assert.Equal(0, resumed.ExitCode);
        Assert.False(File.Exists(_folder.File("run/networks/.lease")));
        PalactorsProcess.Result alone = await PalactorsProcess.RunAsync([.. run, "--out", _folder.File("alone")]);
        Assert.Equal(ClusterLab.Digest(alone.Output), ClusterLab.Digest(resumed.Output));
    }

    private static Process Start(string[] arguments) => PalactorsProcess.Start(
        PalactorsProcess.Program, arguments, ("DOTNET_SYSTEM_IO_DISABLEFILELOCKING", "1"));
}
