using System.Diagnostics;

namespace PalActors.EndToEnd.Tests;

/// <summary>A process that nobody asked for a port loads no part of a server, nor of what exports metrics.</summary>
public sealed class HttpLoadingTests : IDisposable
{
    private readonly ClusterLab _lab = new(PalactorsProcess.Program);

    public void Dispose() => _lab.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AServerIsLoadedOnlyWhereItIsAskedFor(bool isAsked)
    {
        using CancellationTokenSource limit = new(ClusterLab.Limit);
        string[] asked = isAsked ? ["--http-bind", "127.0.0.1:0"] : [];
        RunningProcess run = _lab.Start(
            ["run", "yin-yang", "--epochs", "10000", "--set", "pace=1000", "--out", _lab.File("run"), .. asked]);
        await run.SaysAsync("%", limit.Token);

        string[] loaded = Loaded(run.Process);

        Assert.Contains(loaded, name => name.Contains("PalActors.Clustering", StringComparison.Ordinal));
        foreach (string part in (string[])["Microsoft.AspNetCore", "OpenTelemetry", "PalActors.Web"])
            Assert.Equal(isAsked, loaded.Any(name => name.Contains(part, StringComparison.Ordinal)));
    }

    // Names without folders: that of the web server's runtime has parts that every program uses, such as logging.
    private static string[] Loaded(Process process) =>
        [.. File.ReadAllLines($"/proc/{process.Id}/maps").Select(line => line[(line.LastIndexOf('/') + 1)..])];
}
