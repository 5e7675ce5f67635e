using System.Net;
using Microsoft.AspNetCore.Builder;
using PalActors.Lab;
using PalActors.Web.Server;

namespace PalActors.Seed.Tests.Web;

/// <summary>Who may see the pages.</summary>
public sealed class AccessTests
{
    private const string Secret = "0123456789abcdef";

    [Fact]
    public async Task OnLoopbackPagesNeedNoTokenButTheNameOfThisMachine()
    {
        await using WebServer server = await StartAsync(null);
        Assert.Equal(HttpStatusCode.OK, await GetAsync(server, "page"));
        Assert.Equal(HttpStatusCode.Forbidden, await GetAsync(server, "page", ("Host", "evil.example")));
    }

    [Fact]
    public async Task AnotherOriginIsRefused()
    {
        await using WebServer server = await StartAsync(null);
        Assert.Equal(HttpStatusCode.Forbidden, await GetAsync(server, "page", ("Origin", "http://evil.example")));
    }

    [Theory]
    [InlineData("page", HttpStatusCode.Unauthorized)]
    [InlineData("page?token=0123456789abcdee", HttpStatusCode.Unauthorized)]
    [InlineData("page?token=", HttpStatusCode.Unauthorized)]
    [InlineData("page?token=" + Secret, HttpStatusCode.Redirect)]
    [InlineData("healthz", HttpStatusCode.OK)]
    public async Task WithATokenPagesNeedItAndHealthDoesNot(string path, HttpStatusCode code)
    {
        await using WebServer server = await StartAsync(new AccessToken(Secret));
        Assert.Equal(code, await GetAsync(server, path));
    }

    [Theory]
    [InlineData("Authorization", "Bearer " + Secret, HttpStatusCode.OK)]
    [InlineData("Authorization", "Bearer other", HttpStatusCode.Unauthorized)]
    [InlineData("Authorization", Secret, HttpStatusCode.Unauthorized)]
    [InlineData("Cookie", "palactors-token=" + Secret, HttpStatusCode.OK)]
    [InlineData("Cookie", "palactors-token=other", HttpStatusCode.Unauthorized)]
    public async Task AHeaderOrACookieMayBearIt(string header, string value, HttpStatusCode code)
    {
        await using WebServer server = await StartAsync(new AccessToken(Secret));
        Assert.Equal(code, await GetAsync(server, "page", (header, value)));
    }

    [Fact]
    public void TokensThatAreDrawnDiffer() => Assert.NotEqual(AccessToken.Draw().Text, AccessToken.Draw().Text);

    [Theory]
    [InlineData("short")]
    [InlineData("0123456789abcdef/")]
    public void AFileWithoutATokenIsRefused(string text)
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["token"], text);
        InputException problem = Assert.Throws<InputException>(
            () => AccessToken.Read("--http-token-file", folder["token"]));
        Assert.Contains("valid are 16 or more letters and digits", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(text, problem.Message.Replace(folder["token"], "", StringComparison.Ordinal), default);
    }

    private static Task<WebServer> StartAsync(AccessToken? token) => WebServer.StartAsync(
        WebAddress.Parse("--port", "0"),
        WebContent.Behind(
            token,
            new WebContent(endpoints => endpoints.MapGet("/page", () => "page")),
            new WebContent(endpoints => endpoints.MapGet("/healthz", () => "ok"))));

    private static async Task<HttpStatusCode> GetAsync(
        WebServer server, string path, params (string Name, string Value)[] headers)
    {
        using HttpClient client = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(new Uri(server.Address.Url), path));
        foreach ((string name, string value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using HttpResponseMessage response = await client.SendAsync(request);
        return response.StatusCode;
    }
}
