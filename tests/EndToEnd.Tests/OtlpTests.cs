using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using PalActors.TestKit;

namespace PalActors.EndToEnd.Tests;

/// <summary>Where the standard variables say so, metrics and spans of a run are sent by OTLP.</summary>
public sealed class OtlpTests : IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);

    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task MetricsAndSpansAreSent()
    {
        string address = $"http://127.0.0.1:{FreePort.Find().ToString(CultureInfo.InvariantCulture)}";
        using HttpListener collector = new() { Prefixes = { $"{address}/" } };
        collector.Start();
        using Process run = PalactorsProcess.Start(
            PalactorsProcess.Program,
            ["run", "yin-yang", "--ticks", "20000", "--quiet", "--out", _folder.File("run")],
            ("OTEL_EXPORTER_OTLP_ENDPOINT", address),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"));
        Task<PalactorsProcess.Result> end = PalactorsProcess.EndAsync(run);

        // Both are sent at the end at the latest; names are UTF-8 in Protocol Buffers.
        Dictionary<string, string> sent = [];
        while (!sent.ContainsKey("/v1/metrics") || !sent.ContainsKey("/v1/traces"))
        {
            HttpListenerContext request = await collector.GetContextAsync().WaitAsync(s_limit);
            using MemoryStream body = new();
            await request.Request.InputStream.CopyToAsync(body);
            sent[request.Request.Url!.AbsolutePath] = Encoding.Latin1.GetString(body.ToArray());
            request.Response.StatusCode = 200;
            request.Response.Close();
        }

        Assert.Contains("palactors.ticks", sent["/v1/metrics"], StringComparison.Ordinal);
        Assert.Contains("generation", sent["/v1/traces"], StringComparison.Ordinal);
        Assert.Contains("service.name", sent["/v1/traces"], StringComparison.Ordinal);
        PalactorsProcess.Result result = await end;
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
    }

    [Fact]
    public async Task AnAddressThatIsNoneIsNamed()
    {
        PalactorsProcess.Result result = await PalactorsProcess.RunAsync(
            ["run", "yin-yang", "--ticks", "10", "--out", _folder.File("run")],
            ("OTEL_EXPORTER_OTLP_ENDPOINT", "collector"));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("OTEL_EXPORTER_OTLP_ENDPOINT is 'collector'; valid is", result.Error, StringComparison.Ordinal);
    }
}
