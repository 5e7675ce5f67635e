using System.CommandLine;
using PalActors.Lab;
using PalActors.Lab.Planning;

namespace PalActors.Cli.Commands;

/// <summary>Where a run computes, as the options of <c>run</c> and <c>resume</c> say.</summary>
internal sealed class PlaceArguments
{
    /// <summary>The port of a seed.</summary>
    public const int SeedPort = 4053;

    private readonly PlaceOption[] _options = PlaceOptions.Create();
    private readonly RemotingArguments _remoting;

    /// <summary>Adds the options to a command.</summary>
    public PlaceArguments(Command command)
    {
        foreach (PlaceOption option in _options)
            command.Options.Add(option.Option);
        _remoting = new RemotingArguments(command, SeedPort);
    }

    /// <summary>The values that were given.</summary>
    /// <exception cref="InputException">A value is invalid.</exception>
    public RunPlace Read(ParseResult parsed)
    {
        RunPlace place = _options.Aggregate(new RunPlace(), (before, option) => option.Read(parsed, before));
        if (place.Nodes is not null)
            return place with { Remoting = _remoting.Read(parsed), HealthPort = _remoting.HealthPort(parsed) };
        bool isForNodes = _remoting.AreGiven(parsed) || _options.Any(option => option.IsForNodes
            && parsed.GetResult(option.Option) is { Implicit: false });
        if (isForNodes)
            throw new InputException("an option for other nodes is given without --nodes; valid with --nodes N.");
        return place;
    }
}
