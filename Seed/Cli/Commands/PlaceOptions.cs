using PalActors.Areas.Contract.Parameters;
using PalActors.Cli.Settings;
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
        PlaceOption.Setting(
            "--nodes", "N",
            "Waits for N area nodes ('palactors node') and deals the areas to them and this process. "
            + "More nodes are spares.",
            (place, given) => place with { Nodes = WholeText.Parse(given.Source, given.Text, 1, 10_000) }),
        PlaceOption.Setting(
            "--patience", "TIME",
            "With --nodes, where a run goes on: waits so long for all nodes, then takes those that are here. "
            + $"{TimeText.Of(RunPlace.UsualPatience)} by default; off waits for ever.",
            (place, given) => place with { Patience = given.Text == "off" ? null : Durations.Parse(given) })
            with { IsForNodes = true },
        PlaceOption.Flag(
            new SettingFlag("--no-seed-areas", "With --nodes: leaves all areas to the nodes."),
            place => place with { SeedHostsAreas = false }) with { IsForNodes = true },
        PlaceOption.Setting(
            "--snapshot-every", "TIME",
            $"A snapshot of the whole network every {TimeText.Of(SnapshotInterval.Default.Time)} (the default), 5m, "
            + "1h, or so many ticks; or off.",
            (place, given) => place with { SnapshotEvery = Interval(given) }),
        PlaceOption.Setting(
            "--keep", "N",
            $"Number of complete snapshots of each network that stay on the disk, {SnapshotLimits.Default.Keep} by "
            + "default, besides one that is being written.",
            (place, given) => place with { Keep = WholeText.Parse(given.Source, given.Text, 1, 1000) }),
        PlaceOption.Setting(
            "--snapshot-budget", "SIZE",
            "The most that all snapshots may take on the disk, such as 500MB or 2GB, with those that are being "
            + "written: of large networks fewer stay, at least one of each. By default there is no limit.",
            (place, given) => place with { SnapshotBudget = ByteSizes.Parse(given.Source, given.Text) }),
        PlaceOption.Setting(
            "--keeper", "WHO",
            "Who writes snapshots: seed (the default; only this machine needs a disk), or shared: "
            + "each node its own, to DIR on a disk that all of them mount.",
            (place, given) => place with { SharesFolder = IsShared(given) }),
        PlaceOption.Setting(
            "--window", "TICKS",
            "Ticks that areas send at a time, at most the delay of the link (with sync free, delay and staleness). "
            + "By default half the delay to other nodes, all of it within one. The digest stays.",
            (place, given) => place with
            {
                Execution = place.Execution with
                {
                    Window = WholeText.Parse(given.Source, given.Text, 1, TickText.Most),
                },
            }),
        PlaceOption.Setting(
            HoconSetting.Create(), (place, given) => place with { Overrides = HoconSetting.Read(given) }),
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

    private static SnapshotInterval? Interval(Given given)
    {
        try
        {
            return SnapshotInterval.Parse(given.Text);
        }
        catch (FormatException exception)
        {
            throw new InputException($"{given.Source}: {exception.Message}");
        }
    }

    private static bool IsShared(Given given) => given.Text switch
    {
        "seed" => false,
        "shared" => true,
        _ => throw new InputException($"{given.Source} is '{given.Text}'; valid is seed or shared."),
    };
}
