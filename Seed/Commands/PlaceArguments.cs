using System.CommandLine;
using System.Globalization;
using PalActors.Areas.Contract.Parameters;
using PalActors.Clustering.Recovery;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Commands;

/// <summary>The options of <c>run</c> and <c>resume</c> that say where and how safely to compute.</summary>
public sealed class PlaceArguments
{
    /// <summary>The port of a seed.</summary>
    public const int SeedPort = 4053;

    private readonly Option<string?> _nodes = EnvironmentOption.Create("--nodes", "PALACTORS_NODES", "N", "Waits for N area nodes ('palactors node') and deals the areas to them and this process. More nodes are spares.");
    private readonly Option<bool> _noAreas = EnvironmentOption.Flag("--no-seed-areas", "PALACTORS_NO_SEED_AREAS", "With --nodes: leaves all areas to the nodes.");
    private readonly Option<string?> _every = EnvironmentOption.Create("--snapshot-every", "PALACTORS_SNAPSHOT_EVERY", "TIME", "A snapshot of the whole network every 30s (the default), 5m, 1h, or so many ticks; or off.");
    private readonly Option<string?> _keeper = EnvironmentOption.Create("--keeper", "PALACTORS_KEEPER", "WHO", "Who writes snapshots: seed (the default; only this machine needs a disk), or shared: each node its own, to DIR on a disk that all of them mount.");
    private readonly Option<string?> _window = EnvironmentOption.Create("--window", "PALACTORS_WINDOW", "TICKS", "Ticks that areas send at a time, at most the delay of the link (with sync free, delay and staleness). By default half the delay to other nodes, all of it within one. The digest stays.");
    private readonly Option<string?> _chaos = new("--chaos") { Description = "Mistreats frames between areas, to try the protocol: each is lost, doubled or held back with probability RATE. The digest stays.", HelpName = "RATE" };
    private readonly Option<string?> _chaosSeed = new("--chaos-seed") { Description = "Seed of the mistreatment; by default 1.", HelpName = "S" };
    private readonly Option<string?> _chaosLinks = new("--chaos-links") { Description = "Mistreats only frames of these links, for instance 1-2,2-1; by default all. 0 is the stimulus.", HelpName = "FROM-TO,..." };
    private readonly RemotingArguments _remoting;

    /// <summary>Adds the options to a command.</summary>
    public PlaceArguments(Command command)
    {
        foreach (Option option in new Option[] { _nodes, _noAreas, _every, _keeper, _window, _chaos, _chaosSeed, _chaosLinks })
            command.Options.Add(option);
        _remoting = new RemotingArguments(command, SeedPort);
    }

    /// <summary>What was given.</summary>
    /// <exception cref="InputException">Something of it cannot be.</exception>
    public RunPlace Read(ParseResult parsed)
    {
        int? nodes = parsed.GetValue(_nodes) is { } text ? Whole("--nodes", text, 1, 10_000) : null;
        if (nodes is null && (_remoting.AreGiven(parsed) || parsed.GetResult(_noAreas) is { Implicit: false }))
            throw new InputException("an option for other nodes is given without --nodes; valid with --nodes N.");
        return new RunPlace
        {
            Nodes = nodes,
            SeedHostsAreas = !parsed.GetValue(_noAreas),
            Remoting = nodes is null ? new() : _remoting.Read(parsed),
            HealthPort = nodes is null ? null : _remoting.HealthPort(parsed),
            SnapshotEvery = parsed.GetValue(_every) is { } every ? Interval(every) : SnapshotInterval.Default,
            SharesFolder = parsed.GetValue(_keeper) switch
            {
                null or "seed" => false,
                "shared" => true,
                string other => throw new InputException($"--keeper is '{other}'; valid is seed or shared."),
            },
            Execution = new ExecutionOptions
            {
                Window = parsed.GetValue(_window) is { } window ? Whole("--window", window, 1, TickText.Most) : 0,
                Faults = Faults(parsed.GetValue(_chaos), parsed.GetValue(_chaosSeed), parsed.GetValue(_chaosLinks)),
            },
        };
    }

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

    private static FrameFaults? Faults(string? rate, string? seed, string? links)
    {
        if (rate is null)
            return seed is null && links is null ? null : throw new InputException($"{(seed is null ? "--chaos-links" : "--chaos-seed")} is given without --chaos RATE.");
        if (!double.TryParse(rate, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value)
            || value is not (>= 0 and <= 0.9))
            throw new InputException($"--chaos is '{rate}'; valid is a probability from 0 to 0.9.");
        return new FrameFaults(seed is null ? 1 : Whole("--chaos-seed", seed, 0, int.MaxValue), value / 3, value / 3, value / 3) { Links = links is null ? [] : [.. links.Split(',').Select(Link)] };
    }

    private static int[] Link(string text) =>
        text.Split('-') is [string from, string to] && int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out int sender) && int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out int receiver)
            ? [sender, receiver]
            : throw new InputException($"--chaos-links holds '{text}'; valid is FROM-TO, two areas.");

    private static int Whole(string option, string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= least && value <= most
            ? value
            : throw new InputException($"{option} is '{text}'; valid is a whole number from {least} to {most}.");
}
