using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using PalActors.Cli;
using PalActors.Cli.Terminal;

namespace PalActors.Seed.Tests.Monitoring;

/// <summary>Health, metrics and cluster over HTTP, on loopback.</summary>
public sealed partial class HttpTests : IDisposable
{
    private const string Token = "0123456789abcdefToken";

    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(30) };
    private readonly string _experiment;

    public HttpTests() => _experiment = _folder.Write("small.yaml", Palactors.Small);

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("--http-bind x", "--http-bind is 'x'; valid is")]
    [InlineData("--http-bind 127.0.0.1:70000", "--http-bind is '127.0.0.1:70000'")]
    [InlineData("--http-bind 192.0.2.7:0", "--http-bind is 192.0.2.7:0, which cannot be had")]
    [InlineData("--http-bind 127.0.0.1:0 --http-token-file none", "--http-token-file is 'none', which cannot be read")]
    [InlineData("--http-token-file none", "without --http-bind")]
    public async Task MistakesAreNamedAndNothingIsWritten(string options, string problem)
    {
        string[] given = options.Split(' ');
        Palactors.AssertRefused(
            await Palactors.RunAsync(["run", _experiment, "--out", _folder["out"], .. given]), problem);
        Assert.False(Directory.Exists(_folder["out"]));
        Invocation node = await Palactors.RunAsync(["node", "--join", "127.0.0.1:1", .. given]);
        Assert.Equal(ExitCodes.BadInput, node.Code);
        Assert.Contains(problem, Assert.Single(node.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATakenPortIsNamed()
    {
        using TcpListener other = new(IPAddress.Loopback, 0);
        other.Start();
        Palactors.AssertRefused(
            await Palactors.RunAsync(
                "run", _experiment, "--out", _folder["out"], "--http-bind", $"{other.LocalEndpoint}"),
            $"--http-bind is {other.LocalEndpoint}, which cannot be had: the address is in use");
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Theory]
    [InlineData("short", "whose text is no token")]
    [InlineData("two words of a token", "whose text is no token")]
    public async Task AFileWithoutATokenIsNamed(string text, string problem) =>
        Palactors.AssertRefused(
            await Palactors.RunAsync(
                "run", _experiment, "--http-bind", "0", "--http-token-file", _folder.Write("token", text)),
            problem);

    [Fact]
    public async Task ARunTellsOfItself()
    {
        // Long enough to be still running when it has been asked everything.
        using CancellationTokenSource stop = new();
        await using Watched run = Watched.Start(
            stop, "run", _experiment, "--out", _folder["out"], "--epochs", "100000", "--http-bind", "127.0.0.1:0",
            "--http-token-file", _folder.Write("token", Token));
        Uri address = await run.AddressAsync();
        Assert.Equal((HttpStatusCode.OK, "alive"), await GetAsync(address, "healthz"));
        while ((await GetAsync(address, "readyz")).Status != HttpStatusCode.OK)
            await Task.Delay(20, CancellationToken.None);
        Assert.Equal((HttpStatusCode.OK, "running"), await GetAsync(address, "readyz"));
        (HttpStatusCode status, string metrics) = await GetAsync(address, "metrics");
        // An answer may be some hundred milliseconds old.
        while (!Ticks().IsMatch(metrics))
            (status, metrics) = await GetAsync(address, "metrics");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("# TYPE palactors_frames_total counter", metrics, StringComparison.Ordinal);
        Assert.Contains("dotnet_process_cpu_time_seconds_total", metrics, StringComparison.Ordinal);
        foreach (string? shown in (string?[])[null, "wrong", Token[..^1], Token + "x"])
            Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(address, "cluster", shown)).Status);
        (status, string text) = await GetAsync(address, "cluster", Token);
        Assert.Equal(HttpStatusCode.OK, status);
        using JsonDocument cluster = JsonDocument.Parse(text);
        JsonElement network = Assert.Single(cluster.RootElement.GetProperty("networks").EnumerateArray());
        Assert.Equal("seed", cluster.RootElement.GetProperty("role").GetString());
        Assert.Equal(1, network.GetProperty("generation").GetInt32());
        Assert.Equal(
            ["1", "2"],
            network.GetProperty("places")[0].GetProperty("areas").EnumerateArray().Select(area => area.GetString()));
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(address, "none", Token)).Status);
        await stop.CancelAsync();
        Assert.Equal(ExitCodes.Interrupted, await run.Code);
        await Assert.ThrowsAsync<HttpRequestException>(() => GetAsync(address, "healthz"));
    }

    [Fact]
    public async Task ANodeThatLooksForItsSeedIsAliveAndNotReady()
    {
        using CancellationTokenSource stop = new();
        await using Watched node = Watched.Start(stop, "node", "--join", "127.0.0.1:1", "--http-bind", "0");
        Uri address = await node.AddressAsync();

        Assert.Equal((HttpStatusCode.OK, "alive"), await GetAsync(address, "healthz"));
        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, "looking for the seed at 127.0.0.1:1"),
            await GetAsync(address, "readyz"));
        Assert.Contains("\"role\": \"area\"", (await GetAsync(address, "cluster")).Body, StringComparison.Ordinal);
    }

    [GeneratedRegex("""(?m)^palactors_ticks_total\{.*palactors_model="PAL".*palactors_seed="7".*\} [1-9]""")]
    private static partial Regex Ticks();

    private async Task<(HttpStatusCode Status, string Body)> GetAsync(Uri address, string path, string? token = null)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(address, path));
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using HttpResponseMessage answer = await _client.SendAsync(request);
        return (answer.StatusCode, (await answer.Content.ReadAsStringAsync()).TrimEnd());
    }

    /// <summary>A command in this process, whose address is read from what it prints.</summary>
    private sealed partial class Watched : StringWriter
    {
        private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private CancellationTokenSource _stop = null!;

        public Task<int> Code { get; private set; } = Task.FromResult(0);

        public static Watched Start(CancellationTokenSource stop, params string[] command)
        {
            Watched watched = new() { _stop = stop };
            watched.Code = CommandLine.InvokeAsync(command, CellModels.All, watched, watched, stop.Token);
            return watched;
        }

        public Task<Uri> AddressAsync() => _address.Task.WaitAsync(TimeSpan.FromMinutes(1));

        public override void WriteLine(string? value)
        {
            if (value is not null && Address().Match(value) is { Success: true } match)
                _address.TrySetResult(new Uri(match.Value));
        }

        public override async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await Code;
            await base.DisposeAsync();
        }

        [GeneratedRegex(@"(?<=health and metrics at )http://\S+")]
        private static partial Regex Address();
    }
}
