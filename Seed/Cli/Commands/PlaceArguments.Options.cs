using System.CommandLine;
using PalActors.Clustering.Recovery;
using PalActors.Clustering.Snapshots;
using PalActors.Lab.Planning;

namespace PalActors.Cli.Commands;

/// <content>The options.</content>
internal sealed partial class PlaceArguments
{
    private readonly Option<string?> _nodes = EnvironmentOption.Create(
        "--nodes", "PALACTORS_NODES", "N",
        "Waits for N area nodes ('palactors node') and deals the areas to them and this process. "
        + "More nodes are spares.");

    private readonly Option<string?> _patience = EnvironmentOption.Create(
        "--patience", "PALACTORS_PATIENCE", "TIME",
        "With --nodes, where a run goes on: waits so long for all nodes, then takes those that are here. "
        + $"{TimeText.Of(RunPlace.UsualPatience)} by default; off waits for ever.");

    private readonly Option<bool> _noAreas = EnvironmentOption.Flag(
        "--no-seed-areas", "PALACTORS_NO_SEED_AREAS", "With --nodes: leaves all areas to the nodes.");

    private readonly Option<string?> _every = EnvironmentOption.Create(
        "--snapshot-every", "PALACTORS_SNAPSHOT_EVERY", "TIME",
        $"A snapshot of the whole network every {TimeText.Of(SnapshotInterval.Default.Time)} (the default), 5m, 1h, "
        + "or so many ticks; or off.");

    private readonly Option<string?> _keep = EnvironmentOption.Create(
        "--keep", "PALACTORS_KEEP", "N",
        $"Number of complete snapshots of each network that stay on the disk, {SnapshotLimits.Default.Keep} by "
        + "default, besides one that is being written.");

    private readonly Option<string?> _budget = EnvironmentOption.Create(
        "--snapshot-budget", "PALACTORS_SNAPSHOT_BUDGET", "SIZE",
        "The most that all snapshots may take on the disk, such as 500MB or 2GB, with those that are being written: "
        + "of large networks fewer stay, at least one of each. By default there is no limit.");

    private readonly Option<string?> _keeper = EnvironmentOption.Create(
        "--keeper", "PALACTORS_KEEPER", "WHO",
        "Who writes snapshots: seed (the default; only this machine needs a disk), or shared: "
        + "each node its own, to DIR on a disk that all of them mount.");

    private readonly Option<string?> _window = EnvironmentOption.Create(
        "--window", "PALACTORS_WINDOW", "TICKS",
        "Ticks that areas send at a time, at most the delay of the link (with sync free, delay and staleness). "
        + "By default half the delay to other nodes, all of it within one. The digest stays.");

    private readonly Option<string?> _chaos = new("--chaos")
    {
        Description = "Mistreats frames between areas, to try the protocol: each is lost, doubled or held back "
            + "with probability RATE. The digest stays.",
        HelpName = "RATE",
    };

    private readonly Option<string?> _chaosSeed = new("--chaos-seed")
    {
        Description = "Seed of the mistreatment; by default 1.",
        HelpName = "S",
    };

    private readonly Option<string?> _chaosLinks = new("--chaos-links")
    {
        Description = "Mistreats only frames of these links, for instance 1-2,2-1; by default all. "
            + "0 is the stimulus.",
        HelpName = "FROM-TO,...",
    };
}
