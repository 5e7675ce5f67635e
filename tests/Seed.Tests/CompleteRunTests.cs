using System.Globalization;
using System.Net;
using System.Net.Sockets;
using PalActors.Cli.Terminal;
using PalActors.TestKit;

namespace PalActors.Seed.Tests;

/// <summary>A complete run whose command is repeated with nodes, as Compose and Kubernetes do.</summary>
public sealed class CompleteRunTests : IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(1);
    private readonly TemporaryFolder _folder = new();
    private readonly string[] _run;

    public CompleteRunTests() => _run =
        ["run", _folder.Write("small.yaml", Palactors.Small), "--digest", "--out", _folder["run"]];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ItTellsItsNodesThatItIsOver(bool hasResults)
    {
        Invocation whole = await Palactors.RunAsync(_run);
        // Without: it was killed between its last tick and its results.
        if (!hasResults)
            File.Delete(Path.Combine(_folder["run"], "results.json"));
        string port = FreePort.Find().ToString(CultureInfo.InvariantCulture);
        string[] node = ["node", "--join", $"127.0.0.1:{port}"];
        Task<Invocation> seed = Palactors.RunAsync([.. _run, "--nodes", "2", "--port", port]);
        Invocation[] nodes =
            await Task.WhenAll(Palactors.RunAsync(node), Palactors.RunAsync(node)).WaitAsync(s_limit);

        foreach (Invocation dismissed in nodes)
        {
            Assert.Equal((ExitCodes.Success, ""), (dismissed.Code, dismissed.Error));
            Assert.Equal("node: the run is over", dismissed.Lines[^1]);
        }

        Invocation again = await seed.WaitAsync(s_limit);
        Assert.Equal(ExitCodes.Success, again.Code);
        Assert.Equal(
            "palactors: the run is over; 2 nodes are told that as they ask, for at most 30 s", again.Error.Trim());
        Assert.Equal(Digest(whole), Digest(again));
        Assert.True(File.Exists(Path.Combine(_folder["run"], "results.json")));
    }

    [Fact]
    public async Task ANodeThatStaysOutlivesItAndEndsWhenItIsStopped()
    {
        await Palactors.RunAsync(_run);
        string port = FreePort.Find().ToString(CultureInfo.InvariantCulture);
        using CancellationTokenSource stop = new();
        Task<Invocation> node = Palactors.RunAsync(stop.Token, "node", "--stay", "--join", $"127.0.0.1:{port}");
        Invocation seed = await Palactors.RunAsync([.. _run, "--nodes", "1", "--port", port]).WaitAsync(s_limit);

        Assert.Equal(ExitCodes.Success, seed.Code);
        Assert.False(node.IsCompleted);
        await stop.CancelAsync();
        Invocation stopped = await node.WaitAsync(s_limit);
        Assert.Equal(ExitCodes.Interrupted, stopped.Code);
        Assert.Contains("node: the run is over; waiting for the next one", stopped.Lines);
    }

    [Fact]
    public async Task WithoutItsPortItShowsTheResultAllTheSame()
    {
        await Palactors.RunAsync(_run);
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        string port = ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        Invocation again = await Palactors.RunAsync([.. _run, "--nodes", "1", "--port", port]);

        Assert.Equal(ExitCodes.Success, again.Code);
        Assert.Contains("is complete; this is its result.", again.Lines[0], StringComparison.Ordinal);
        Assert.Contains(
            $"palactors: nodes are not told that the run is over: cannot listen at 127.0.0.1:{port}",
            again.Error,
            StringComparison.Ordinal);
    }

    private static string Digest(Invocation invocation) =>
        Assert.Single(invocation.Lines, line => line.StartsWith("digest ", StringComparison.Ordinal));
}
