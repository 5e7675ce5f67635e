using System.CommandLine;
using PalActors.Cli.Settings;
using PalActors.Lab.Planning;

namespace PalActors.Cli.Commands;

/// <summary>An option about the place of a run.</summary>
/// <param name="Option">The option.</param>
/// <param name="Read">Takes its value, if it is given, into a place.</param>
internal sealed record PlaceOption(Option Option, Func<ParseResult, RunPlace, RunPlace> Read)
{
    /// <summary>True if it needs other nodes.</summary>
    public bool IsForNodes { get; init; }

    /// <summary>An option of one value that is a setting of the process.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="help">Name of the value.</param>
    /// <param name="description">Description in the help.</param>
    /// <param name="read">Takes the value into a place.</param>
    public static PlaceOption Setting(
        string name, string help, string description, Func<RunPlace, Given, RunPlace> read) =>
        Setting(new SettingOption(name, help, description), read);

    /// <summary>The same of an option that other commands have too.</summary>
    /// <param name="option">The option.</param>
    /// <param name="read">Takes the value into a place.</param>
    public static PlaceOption Setting(SettingOption option, Func<RunPlace, Given, RunPlace> read) =>
        new(option, (parsed, place) => option.Read(parsed) is { } given ? read(place, given) : place);

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
    public static PlaceOption Flag(SettingFlag option, Func<RunPlace, RunPlace> read) =>
        new(option, (parsed, place) => option.Read(parsed) ? read(place) : place);

    private static PlaceOption Of(Option<string?> option, Func<RunPlace, string, RunPlace> read) =>
        new(option, (parsed, place) => parsed.GetValue(option) is { } text ? read(place, text) : place);
}
