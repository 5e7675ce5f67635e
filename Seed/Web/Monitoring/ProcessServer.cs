using OpenTelemetry.Metrics;
using PalActors.Lab;
using PalActors.Web.Server;

namespace PalActors.Web.Monitoring;

/// <summary>What a process tells of itself: over HTTP at one address, and by OTLP.</summary>
/// <remarks>Health, metrics and cluster, and the pages of a run: each where it was asked for.</remarks>
internal sealed class ProcessServer : IAsyncDisposable
{
    private readonly List<IDisposable> _exports = [];
    private WebServer? _server;

    private ProcessServer()
    {
    }

    /// <summary>The address that it listens at; null if nothing is served.</summary>
    public WebAddress? Address => _server?.Address;

    /// <summary>Starts what was asked for.</summary>
    /// <param name="options">Address and token; null for no port.</param>
    /// <param name="report">Report of this process for health and cluster; null where only pages are served.</param>
    /// <param name="pages">The pages; null for none.</param>
    /// <param name="say">Receives a line with the address, and one with a token that was drawn.</param>
    /// <param name="stop">Gives up the start.</param>
    /// <exception cref="InputException">The address or a variable cannot be used.</exception>
    public static async Task<ProcessServer> StartAsync(
        ServerOptions? options, IProcessReport? report, WebContent? pages, Action<string> say, CancellationToken stop)
    {
        ProcessServer server = new();
        try
        {
            server._exports.AddRange(MetricsExport.ByOtlp());
            if (options is not null)
                await server.ListenAsync(options, report, pages, say, stop).ConfigureAwait(false);
            return server;
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Ends it; what OTLP has not sent yet is sent.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync().ConfigureAwait(false);
        foreach (IDisposable export in _exports)
            export.Dispose();
    }

    private async Task ListenAsync(
        ServerOptions options, IProcessReport? report, WebContent? pages, Action<string> say, CancellationToken stop)
    {
        List<WebContent> parts = [];
        if (report is not null)
        {
            MeterProvider metrics = MetricsExport.ForPrometheus();
            _exports.Add(metrics);
            parts.Add(MonitoringEndpoints.Of(report, metrics));
        }

        if (pages is not null)
            parts.Add(pages);
        _server = await WebServer.StartAsync(options.Address, WebContent.Behind(options.Token, parts), stop)
            .ConfigureAwait(false);
        if (report is null)
            return;
        say($"health and metrics at {_server.Address.Url}");
        if (options.Token is { IsDrawn: true } token)
            say($"{_server.Address.Url}cluster needs the token {token.Text}");
    }
}
