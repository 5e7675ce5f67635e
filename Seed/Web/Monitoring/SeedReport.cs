using System.Globalization;
using PalActors.Clustering.Reports;

namespace PalActors.Web.Monitoring;

/// <summary>Report of a process that runs an experiment, alone or as the seed node.</summary>
/// <param name="status">Status of the run.</param>
internal sealed class SeedReport(RunStatus status) : IProcessReport
{
    /// <inheritdoc/>
    public bool IsReady => status.Phase == RunPhase.Running;

    /// <inheritdoc/>
    public string State => status.Phase switch
    {
        RunPhase.Starting => "starting",
        RunPhase.Waiting => string.Create(
            CultureInfo.InvariantCulture, $"waiting: {status.Nodes.Count} of {status.Wanted} nodes are here"),
        RunPhase.Running => "running",
        _ => "the run is over",
    };

    /// <inheritdoc/>
    public object Cluster => new
    {
        Role = "seed",
        State,
        Members = (Member[])
        [
            new Member("seed", "seed"), .. status.Nodes.Select(node => new Member(node, "area")),
        ],
        status.Wanted,
        // A random seed may be larger than the whole numbers of JavaScript.
        Networks = status.Networks.Select(network => new
        {
            network.Network,
            network.Model,
            Seed = network.Seed.ToString(CultureInfo.InvariantCulture),
            network.Generation,
            network.Tick,
            network.Places,
        }),
    };

    private sealed record Member(string Name, string Role);
}
