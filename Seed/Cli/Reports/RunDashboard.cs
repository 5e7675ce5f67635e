using PalActors.Areas.Contract.Models;
using PalActors.Lab;
using PalActors.Lab.Runs;
using PalActors.Web.Data;
using PalActors.Web.Live;
using PalActors.Web.Server;

namespace PalActors.Cli.Reports;

/// <summary>The pages of a run that goes on in this process.</summary>
internal sealed class RunDashboard : IRunDashboard
{
    // Open pages draw the end before they lose their connection.
    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(2.5);

    private readonly RunViews _views;
    private readonly PageSlots _slots;
    private readonly WebServer _server;

    private RunDashboard(RunViews views, PageSlots slots, WebServer server) =>
        (_views, _slots, _server) = (views, slots, server);

    /// <summary>Starts to serve them, before the run begins.</summary>
    /// <param name="address">Address of the server.</param>
    /// <param name="token">Token that the pages need; null on loopback.</param>
    /// <param name="say">Takes a line with the address.</param>
    /// <param name="stop">Gives up the start.</param>
    /// <exception cref="InputException">The address cannot be had.</exception>
    public static async Task<IRunDashboard?> StartAsync(
        WebAddress address, AccessToken? token, Action<string> say, CancellationToken stop)
    {
        RunViews views = new([], []);
        PageSlots slots = new();
        WebServer server = await WebServer.StartAsync(address, Dashboard.Of(views, slots, token), stop)
            .ConfigureAwait(false);
        say($"dashboard at {Dashboard.UrlOf(server.Address, token)}");
        _ = Dashboard.WarmAsync(server.Address, token, views);
        return new RunDashboard(views, slots, server);
    }

    /// <inheritdoc/>
    public RunListener Over(RunListener inner, ModelRegistry models) => new DashboardListener(inner, models, _views);

    /// <summary>Ends the server.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_slots.Taken > 0)
            await Task.Delay(s_farewell).ConfigureAwait(false);
        await _server.DisposeAsync().ConfigureAwait(false);
    }
}
