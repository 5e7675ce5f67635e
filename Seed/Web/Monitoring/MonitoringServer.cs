using Microsoft.AspNetCore.Builder;
using OpenTelemetry.Metrics;
using PalActors.Lab;
using PalActors.Web.Server;

namespace PalActors.Web.Monitoring;

/// <summary>Health, metrics and cluster of this process over HTTP, and its metrics and spans by OTLP.</summary>
internal sealed class MonitoringServer : IAsyncDisposable
{
    private readonly List<IDisposable> _exports = [];
    private WebServer? _server;

    private MonitoringServer()
    {
    }

    /// <summary>Starts what was asked for.</summary>
    /// <param name="options">Address and token; null for no port.</param>
    /// <param name="report">Report of this process.</param>
    /// <param name="say">Receives a line with the address, and one with a token that was made.</param>
    /// <param name="stop">Gives up the start.</param>
    /// <exception cref="InputException">The address, the token's file or a variable cannot be used.</exception>
    public static async Task<MonitoringServer> StartAsync(
        MonitoringOptions? options, IProcessReport report, Action<string> say, CancellationToken stop)
    {
        MonitoringServer monitoring = new();
        try
        {
            monitoring._exports.AddRange(MetricsExport.ByOtlp());
            if (options is not null)
                await monitoring.ListenAsync(options, report, say, stop).ConfigureAwait(false);
            return monitoring;
        }
        catch
        {
            await monitoring.DisposeAsync().ConfigureAwait(false);
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
        MonitoringOptions options, IProcessReport report, Action<string> say, CancellationToken stop)
    {
        WebAddress address = WebAddress.Parse(options.BindSetting, options.Bind);
        AccessToken? token = AccessToken.Of(address, options.TokenSetting, options.TokenFile);
        MeterProvider metrics = MetricsExport.ForPrometheus();
        _exports.Add(metrics);
        WebContent content = new([endpoints => MonitoringEndpoints.Map(endpoints, report, metrics)])
        {
            Middleware = application => application.Use(new AccessGate(token).InvokeAsync),
        };
        _server = await WebServer.StartAsync(address, content, stop).ConfigureAwait(false);
        say($"health and metrics at {_server.Address.Url}");
        if (token is not null && options.TokenFile is null)
            say($"{_server.Address.Url}cluster needs the token {token.Text}");
    }
}
