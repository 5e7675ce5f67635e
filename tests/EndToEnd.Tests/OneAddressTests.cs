using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace PalActors.EndToEnd.Tests;

/// <summary>Health, metrics, cluster and pages of one process, at one address and with one token.</summary>
public sealed partial class OneAddressTests : IDisposable
{
    private const string Token = "0123456789abcdefToken";

    private readonly ClusterLab _lab = new(PalactorsProcess.Program);
    private readonly HttpClient _client = new(new HttpClientHandler { UseCookies = false });

    public void Dispose()
    {
        _client.Dispose();
        _lab.Dispose();
    }

    [Fact]
    public async Task PagesAreWhereHealthAndMetricsAreAndNeedTheTokenOfTheCluster()
    {
        using CancellationTokenSource limit = new(ClusterLab.Limit);
        await File.WriteAllTextAsync(_lab.File("token"), Token, limit.Token);
        RunningProcess run = _lab.Start(
            [
                "run", "yin-yang", "--epochs", "10000", "--set", "pace=1000", "--out", _lab.File("run"),
                "--http-bind", "127.0.0.1:0", "--http-token-file", _lab.File("token"), "--dashboard",
            ]);
        await run.SaysAsync("dashboard at", limit.Token);
        Uri address = new(Assert.Single(Addresses().Matches(run.Text).Select(match => match.Value).Distinct()));

        foreach (string open in (string[])["healthz", "metrics"])
            Assert.Equal(HttpStatusCode.OK, (await GetAsync(address, open, null, limit.Token)).Status);
        foreach (string closed in (string[])["cluster", "", "nodes", "_content/PalActors.Web/icon.svg"])
        {
            foreach (string? shown in (string?[])[null, "wrong", Token + "x"])
                Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(address, closed, shown, limit.Token)).Status);
            Assert.Equal(HttpStatusCode.OK, (await GetAsync(address, closed, Token, limit.Token)).Status);
        }

        Assert.StartsWith("{", (await GetAsync(address, "cluster", Token, limit.Token)).Body, StringComparison.Ordinal);
        Assert.Contains(
            "<title>Cluster", (await GetAsync(address, "nodes", Token, limit.Token)).Body, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoAddressesOfOneProcessAreRefused()
    {
        using CancellationTokenSource limit = new(ClusterLab.Limit);
        RunningProcess run = _lab.Start(
            ["run", "yin-yang", "--out", _lab.File("run"), "--http-bind", "9464", "--dashboard", "4080"]);
        Assert.Equal(2, await run.EndsAsync(limit.Token));
        Assert.Equal(
            "palactors: --dashboard is '4080' and --http-bind is '9464', but a process serves at one address; valid is "
            + "--dashboard without a value, for pages at the address of --http-bind.",
            run.Text);
        Assert.False(Directory.Exists(_lab.File("run")));
    }

    [GeneratedRegex(@"http://\S+")]
    private static partial Regex Addresses();

    private async Task<(HttpStatusCode Status, string Body)> GetAsync(
        Uri address, string path, string? token, CancellationToken stop)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(address, path));
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using HttpResponseMessage answer = await _client.SendAsync(request, stop);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(stop));
    }
}
