using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using PalActors.Lab;
using PalActors.Web.Server;

namespace PalActors.Seed.Tests.Web;

public sealed class WebServerTests
{
    private static readonly WebContent s_hello = new(endpoints => endpoints.MapGet("/hello", () => "there"));

    [Fact]
    public async Task AnswersAtThePortThatWasChosen()
    {
        await using WebServer server = await WebServer.StartAsync(WebAddress.Parse("--port", "0"), s_hello);
        using HttpClient client = new() { BaseAddress = new Uri(server.Address.Url) };
        Assert.NotEqual(0, server.Address.Port);
        Assert.Equal("there", await client.GetStringAsync("hello"));
        using HttpResponseMessage other = await client.GetAsync("other");
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        Assert.Empty(other.Headers.Server);
    }

    [Fact]
    public async Task RefusesAPortThatIsTakenInOneLine()
    {
        await using WebServer first = await WebServer.StartAsync(WebAddress.Parse("--port", "0"), s_hello);
        InputException problem = await Assert.ThrowsAsync<InputException>(
            () => WebServer.StartAsync(first.Address with { Setting = "--http-bind" }, s_hello));
        Assert.Equal(
            $"--http-bind is 127.0.0.1:{first.Address.Port}, which cannot be had: the address is in use; "
            + "another port or address may be free.",
            problem.Message);
    }

    [Fact]
    public async Task RefusesAnAddressThatIsNotOurs()
    {
        InputException problem = await Assert.ThrowsAsync<InputException>(
            () => WebServer.StartAsync(WebAddress.Parse("--http-bind", "203.0.113.7:0"), s_hello));
        Assert.StartsWith("--http-bind is 203.0.113.7:0, which cannot be had: ", problem.Message, default);
    }

    [Fact]
    public async Task IsGoneOnceItHasEnded()
    {
        WebServer server = await WebServer.StartAsync(WebAddress.Parse("--port", "0"), s_hello);
        await server.DisposeAsync();
        using TcpClient client = new();
        await Assert.ThrowsAnyAsync<SocketException>(
            () => client.ConnectAsync(IPAddress.Loopback, server.Address.Port));
    }

    [Theory]
    [InlineData("8080", "127.0.0.1:8080", "http://127.0.0.1:8080/", true)]
    [InlineData("0.0.0.0:80", "0.0.0.0:80", "http://127.0.0.1:80/", false)]
    [InlineData("*:80", "0.0.0.0:80", "http://127.0.0.1:80/", false)]
    [InlineData("[::1]:1", "[::1]:1", "http://[::1]:1/", true)]
    [InlineData("localhost:0", "127.0.0.1:0", "http://127.0.0.1:0/", true)]
    public void ReadsAnAddress(string text, string address, string url, bool isLoopback)
    {
        WebAddress read = WebAddress.Parse("--port", text);
        Assert.Equal((address, url, isLoopback), (read.ToString(), read.Url, read.IsLoopback));
    }

    [Theory]
    [InlineData("")]
    [InlineData("http")]
    [InlineData("65536")]
    [InlineData("-1")]
    [InlineData("::1:80")]
    [InlineData("[::1:80")]
    [InlineData("example.org:80")]
    [InlineData("127.0.0.1:")]
    public void RefusesWhatIsNoAddress(string text)
    {
        InputException problem = Assert.Throws<InputException>(() => WebAddress.Parse("--http-bind", text));
        Assert.StartsWith($"--http-bind is '{text}'; valid is a port, ", problem.Message, default);
    }
}
