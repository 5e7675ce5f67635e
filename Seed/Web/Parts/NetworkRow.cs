using System.Globalization;
using PalActors.Lab.Results;
using PalActors.Web.Data;

namespace PalActors.Web.Parts;

/// <summary>A network in the table of networks, as text.</summary>
/// <param name="Name">Model and seed, after the run where there are several.</param>
/// <param name="State">How far it is, in a word.</param>
/// <param name="Share">Share of its ticks that is done, 0 to 1.</param>
/// <param name="Epoch">Epoch it is in, of all.</param>
/// <param name="Success">Name and value of its validation, or error.</param>
/// <param name="Headline">Values of the measure that its model shows beside it.</param>
/// <param name="Speed">Ticks per second.</param>
/// <param name="SecondsLeft">Time to its end; NaN where that is not known.</param>
public sealed record NetworkRow(
    string Name, string State, double Share, string Epoch, string Success, string Headline, string Speed,
    double SecondsLeft)
{
    private const int MostValues = 6;

    /// <summary>Link to its graph.</summary>
    public string Link { get; private init; } = "";

    /// <summary>Rows of all networks of some runs.</summary>
    internal static IReadOnlyList<NetworkRow> Of(IReadOnlyList<ViewedRun> runs) =>
    [
        .. from pair in runs.Index()
           from network in pair.Item.Networks
           select Of(pair.Item, network, runs.Count > 1) with
           {
               Link = string.Create(
                   CultureInfo.InvariantCulture, $"cortex?run={pair.Index}&network={network.Plan.Network}"),
           },
    ];

    private static NetworkRow Of(ViewedRun run, NetworkRecord network, bool several)
    {
        string name = Figures.Name(network.Plan);
        double speed = run.TicksPerSecond(network);
        string state = network.Outcome is { } end ? Figures.How(end, "done")
            : !run.IsGoingOn ? "unfinished"
            : network.Started ? "runs" : "waits";
        (string success, string value) = Figures.Success(network);
        return new NetworkRow(
            several ? $"{run.Name}: {name}" : name,
            state,
            Figures.Share(network),
            string.Create(
                CultureInfo.InvariantCulture, $"{Figures.Epoch(network)} / {Figures.Epochs(network.Plan)}"),
            success.Length == 0 ? "-" : value,
            HeadlineOf(network),
            Figures.Speed(speed),
            network.Outcome is not null ? double.NaN : run.Traffic(network)?.SecondsLeft ?? double.NaN);
    }

    private static string HeadlineOf(NetworkRecord network)
    {
        if (network.Cells.Headline() is not { } metric)
            return "-";
        double[] values = [.. Figures.LastValues(network, metric)];
        string text = Figures.Values(metric.Form, values.Take(MostValues));
        return values.Length > MostValues ? $"{text} …" : text;
    }
}
