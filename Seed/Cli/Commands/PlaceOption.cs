using System.CommandLine;
using PalActors.Lab.Planning;

namespace PalActors.Cli.Commands;

/// <summary>An option about the place of a run.</summary>
/// <param name="Option">The option.</param>
/// <param name="Read">Takes its value, if it is given, into a place.</param>
internal sealed record PlaceOption(Option Option, Func<ParseResult, RunPlace, RunPlace> Read)
{
    /// <summary>True if it needs other nodes.</summary>
    public bool IsForNodes { get; init; }

    /// <summary>An option of one value, which an environment variable can give too.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="variable">The environment variable.</param>
    /// <param name="help">Name of the value.</param>
    /// <param name="description">Description in the help.</param>
    /// <param name="read">Takes the value into a place.</param>
    public static PlaceOption Of(
        string name, string variable, string help, string description, Func<RunPlace, string, RunPlace> read) =>
        Of(EnvironmentOption.Create(name, variable, help, description), read);

    /// <summary>An option of one value, for the command line alone.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="help">Name of the value.</param>
    /// <param name="description">Description in the help.</param>
    /// <param name="read">Takes the value into a place.</param>
    public static PlaceOption Of(
        string name, string help, string description, Func<RunPlace, string, RunPlace> read) =>
        Of(new Option<string?>(name) { Description = description, HelpName = help }, read);

    /// <summary>An option without a value.</summary>
    /// <param name="option">The option.</param>
    /// <param name="read">Takes it into a place.</param>
    public static PlaceOption Flag(Option<bool> option, Func<RunPlace, RunPlace> read) =>
        new(option, (parsed, place) => parsed.GetValue(option) ? read(place) : place);

    private static PlaceOption Of(Option<string?> option, Func<RunPlace, string, RunPlace> read) =>
        new(option, (parsed, place) => parsed.GetValue(option) is { } text ? read(place, text) : place);
}
