using PalActors.Areas.Contract.Parameters;
using PalActors.Cli.Terminal;
using PalActors.Clustering.Recovery;
using PalActors.Clustering.Snapshots;
using PalActors.Lab;
using PalActors.Lab.Planning;
using PalActors.Lab.Texts;

namespace PalActors.Cli.Commands;

/// <summary>The options of <c>run</c> and <c>resume</c> about place, snapshots and faults.</summary>
/// <remarks>A new one is a row here and a property of <see cref="RunPlace"/> or of its execution options.</remarks>
internal static class PlaceOptions
{
    /// <summary>The options, in the order of the help and of reading; each command has its own.</summary>
    public static PlaceOption[] Create() =>
    [
        PlaceOption.Of(
            "--nodes", "PALACTORS_NODES", "N",
            "Waits for N area nodes ('palactors node') and deals the areas to them and this process. "
            + "More nodes are spares.",
            (place, text) => place with { Nodes = WholeText.Parse("--nodes", text, 1, 10_000) }),
        PlaceOption.Of(
            "--patience", "PALACTORS_PATIENCE", "TIME",
            "With --nodes, where a run goes on: waits so long for all nodes, then takes those that are here. "
            + $"{TimeText.Of(RunPlace.UsualPatience)} by default; off waits for ever.",
            (place, text) => place with { Patience = text == "off" ? null : Durations.Parse("--patience", text) })
            with { IsForNodes = true },
        PlaceOption.Flag(
            EnvironmentOption.Flag(
                "--no-seed-areas", "PALACTORS_NO_SEED_AREAS", "With --nodes: leaves all areas to the nodes."),
            place => place with { SeedHostsAreas = false }) with { IsForNodes = true },
        PlaceOption.Of(
            "--snapshot-every", "PALACTORS_SNAPSHOT_EVERY", "TIME",
            $"A snapshot of the whole network every {TimeText.Of(SnapshotInterval.Default.Time)} (the default), 5m, "
            + "1h, or so many ticks; or off.",
            (place, text) => place with { SnapshotEvery = Interval(text) }),
        PlaceOption.Of(
            "--keep", "PALACTORS_KEEP", "N",
            $"Number of complete snapshots of each network that stay on the disk, {SnapshotLimits.Default.Keep} by "
            + "default, besides one that is being written.",
            (place, text) => place with { Keep = WholeText.Parse("--keep", text, 1, 1000) }),
        PlaceOption.Of(
            "--snapshot-budget", "PALACTORS_SNAPSHOT_BUDGET", "SIZE",
            "The most that all snapshots may take on the disk, such as 500MB or 2GB, with those that are being "
            + "written: of large networks fewer stay, at least one of each. By default there is no limit.",
            (place, text) => place with { SnapshotBudget = ByteSizes.Parse("--snapshot-budget", text) }),
        PlaceOption.Of(
            "--keeper", "PALACTORS_KEEPER", "WHO",
            "Who writes snapshots: seed (the default; only this machine needs a disk), or shared: "
            + "each node its own, to DIR on a disk that all of them mount.",
            (place, text) => place with { SharesFolder = IsShared(text) }),
        PlaceOption.Of(
            "--window", "PALACTORS_WINDOW", "TICKS",
            "Ticks that areas send at a time, at most the delay of the link (with sync free, delay and staleness). "
            + "By default half the delay to other nodes, all of it within one. The digest stays.",
            (place, text) => place with
            {
                Execution = place.Execution with { Window = WholeText.Parse("--window", text, 1, TickText.Most) },
            }),
        PlaceOption.Of(
            "--chaos", "RATE",
            "Mistreats frames between areas, to try the protocol: each is lost, doubled or held back "
            + "with probability RATE. The digest stays.",
            ChaosText.Rate),
        PlaceOption.Of("--chaos-seed", "S", "Seed of the mistreatment; by default 1.", ChaosText.Seed),
        PlaceOption.Of(
            "--chaos-links", "FROM-TO,...",
            "Mistreats only frames of these links, for instance 1-2,2-1; by default all. 0 is the stimulus.",
            ChaosText.Links),
    ];

    private static SnapshotInterval? Interval(string text)
    {
        try
        {
            return SnapshotInterval.Parse(text);
        }
        catch (FormatException exception)
        {
            throw new InputException($"--snapshot-every: {exception.Message}");
        }
    }

    private static bool IsShared(string text) => text switch
    {
        "seed" => false,
        "shared" => true,
        _ => throw new InputException($"--keeper is '{text}'; valid is seed or shared."),
    };
}
