using System.CommandLine;
using System.Globalization;
using PalActors.Areas.Contract.Parameters;
using PalActors.Clustering.Recovery;
using PalActors.Lab;
using PalActors.Lab.Planning;
using PalActors.Lab.Texts;
using PalActors.Messages.Plan;

namespace PalActors.Cli.Commands;

/// <summary>The options of <c>run</c> and <c>resume</c> about place, snapshots and faults.</summary>
internal sealed partial class PlaceArguments
{
    /// <summary>The port of a seed.</summary>
    public const int SeedPort = 4053;

    private readonly RemotingArguments _remoting;

    /// <summary>Adds the options to a command.</summary>
    public PlaceArguments(Command command)
    {
        Option[] options =
        [
            _nodes, _patience, _noAreas, _every, _keep, _budget, _keeper, _window, _chaos, _chaosSeed, _chaosLinks,
        ];
        foreach (Option option in options)
            command.Options.Add(option);
        _remoting = new RemotingArguments(command, SeedPort);
    }

    /// <summary>The values that were given.</summary>
    /// <exception cref="InputException">A value is invalid.</exception>
    public RunPlace Read(ParseResult parsed)
    {
        int? nodes = parsed.GetValue(_nodes) is { } text ? Whole("--nodes", text, 1, 10_000) : null;
        bool isForNodes = _remoting.AreGiven(parsed) || parsed.GetResult(_noAreas) is { Implicit: false }
            || parsed.GetResult(_patience) is { Implicit: false };
        if (nodes is null && isForNodes)
            throw new InputException("an option for other nodes is given without --nodes; valid with --nodes N.");
        return new RunPlace
        {
            Nodes = nodes,
            Patience = parsed.GetValue(_patience) switch
            {
                null => RunPlace.UsualPatience,
                "off" => null,
                string time => Durations.Parse("--patience", time),
            },
            SeedHostsAreas = !parsed.GetValue(_noAreas),
            Remoting = nodes is null ? new() : _remoting.Read(parsed),
            HealthPort = nodes is null ? null : _remoting.HealthPort(parsed),
            SnapshotEvery = parsed.GetValue(_every) is { } every ? Interval(every) : SnapshotInterval.Default,
            Keep = parsed.GetValue(_keep) is { } keep ? Whole("--keep", keep, 1, 1000) : new RunPlace().Keep,
            SnapshotBudget = parsed.GetValue(_budget) is { } budget
                ? ByteSizes.Parse("--snapshot-budget", budget)
                : new RunPlace().SnapshotBudget,
            SharesFolder = parsed.GetValue(_keeper) switch
            {
                null or "seed" => false,
                "shared" => true,
                string other => throw new InputException($"--keeper is '{other}'; valid is seed or shared."),
            },
            Execution = new ExecutionOptions
            {
                Window = parsed.GetValue(_window) is { } window ? Whole("--window", window, 1, TickText.Most) : 0,
                Faults = Faults(
                    parsed.GetValue(_chaos), parsed.GetValue(_chaosSeed), parsed.GetValue(_chaosLinks)),
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
        {
            string other = seed is null ? "--chaos-links" : "--chaos-seed";
            return seed is null && links is null
                ? null
                : throw new InputException($"{other} is given without --chaos RATE.");
        }

        if (!double.TryParse(rate, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value)
            || value is not (>= 0 and <= 0.9))
            throw new InputException($"--chaos is '{rate}'; valid is a probability from 0 to 0.9.");
        int number = seed is null ? 1 : Whole("--chaos-seed", seed, 0, int.MaxValue);
        return new FrameFaults(number, value / 3, value / 3, value / 3)
        {
            Links = links is null ? [] : [.. links.Split(',').Select(Link)],
        };
    }

    private static int[] Link(string text) =>
        text.Split('-') is [string from, string to] && TryWhole(from, out int sender) && TryWhole(to, out int receiver)
            ? [sender, receiver]
            : throw new InputException($"--chaos-links holds '{text}'; valid is FROM-TO, two areas.");

    private static int Whole(string option, string text, int least, int most) =>
        TryWhole(text, out int value) && value >= least && value <= most
            ? value
            : throw new InputException($"{option} is '{text}'; valid is a whole number from {least} to {most}.");

    private static bool TryWhole(string text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
