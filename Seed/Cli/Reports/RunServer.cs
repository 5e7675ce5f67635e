using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Reports;
using PalActors.Lab;
using PalActors.Lab.Runs;
using PalActors.Web.Data;
using PalActors.Web.Live;
using PalActors.Web.Monitoring;
using PalActors.Web.Server;

namespace PalActors.Cli.Reports;

/// <summary>What a process that runs an experiment serves: pages that show the run, health and metrics.</summary>
internal sealed class RunServer : IRunServer
{
    // Open pages draw the end before they lose their connection.
    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(2.5);

    private readonly RunViews? _views;
    private readonly PageSlots _slots;
    private readonly ProcessServer _server;

    private RunServer(RunViews? views, PageSlots slots, ProcessServer server) =>
        (_views, _slots, _server) = (views, slots, server);

    /// <summary>Starts to serve, before the run begins.</summary>
    /// <param name="options">Address and token; null for no port.</param>
    /// <param name="status">Status of the run, where health, metrics and cluster are asked for.</param>
    /// <param name="hasPages">Whether pages show the run.</param>
    /// <param name="console">Is told where all that is.</param>
    /// <param name="stop">Gives up the start.</param>
    /// <exception cref="InputException">The address cannot be had.</exception>
    public static async Task<IRunServer?> StartAsync(
        ServerOptions? options, RunStatus? status, bool hasPages, RunConsole console, CancellationToken stop)
    {
        RunViews? views = hasPages ? new([], []) : null;
        PageSlots slots = new();
        ProcessServer server = await ProcessServer.StartAsync(
            options,
            status is null ? null : new SeedReport(status),
            views is null ? null : Dashboard.Of(views, slots),
            console.Event,
            stop).ConfigureAwait(false);
        if (views is not null && server.Address is { } address)
        {
            console.Dashboard($"dashboard at {Dashboard.TextOf(address, options!.Token)}");
            _ = Dashboard.WarmAsync(address, options.Token, views);
        }

        return new RunServer(views, slots, server);
    }

    /// <inheritdoc/>
    public RunListener Over(RunListener inner, ModelRegistry models) =>
        _views is null ? inner : new DashboardListener(inner, models, _views);

    /// <summary>Ends the server.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_slots.Taken > 0)
            await Task.Delay(s_farewell).ConfigureAwait(false);
        await _server.DisposeAsync().ConfigureAwait(false);
    }
}
