using System.CommandLine;
using PalActors.Lab;
using PalActors.Lab.Experiments;

namespace PalActors.Cli.Commands;

/// <summary>The experiment, and changes of its keys, as the commands that run one take them.</summary>
/// <remarks>Values are read as text, so that the experiment's own checks apply to them.</remarks>
/// <param name="networks">Networks that a seed makes, in words.</param>
/// <param name="set">Description of the option that sets a key.</param>
internal sealed class ExperimentArguments(string networks, string set)
{
    private readonly Argument<string> _experiment = new("EXPERIMENT")
    {
        Description = "A name that 'palactors list' shows, a .yaml file, or a params.json of the authors' program.",
    };

    private readonly Option<string?> _task = new("--task")
    {
        Description = "What is learned, for the authors' params.json of microcircuits: bw_only (feedback) or "
            + "fw_bw (all).",
        HelpName = "TASK",
    };

    private readonly Option<string?> _seeds = new("--seeds")
    {
        Description = $"Seeds of the microcircuit, {networks}, for instance 1,2,3 or 1-10.",
        HelpName = "1,2",
    };

    private readonly Option<string?> _epochs =
        new("--epochs") { Description = "Epochs of training.", HelpName = "N" };

    private readonly Option<string?> _ticks =
        new("--ticks") { Description = "End every network at tick N.", HelpName = "N" };

    private readonly Option<string[]> _set = new("--set") { Description = set, HelpName = "key=VALUE" };

    /// <summary>The argument.</summary>
    public Argument Argument => _experiment;

    /// <summary>The options for single keys.</summary>
    public IReadOnlyList<Option> Options => [_task, _seeds, _epochs, _ticks];

    /// <summary>The option that sets any key.</summary>
    public Option Set => _set;

    /// <summary>Name or path of the experiment.</summary>
    public string Name(ParseResult parsed) => parsed.GetRequiredValue(_experiment);

    /// <summary>The task of the authors' parameter files, or null.</summary>
    public string? Task(ParseResult parsed) => parsed.GetValue(_task);

    /// <summary>Changes of the experiment's keys.</summary>
    /// <exception cref="InputException">One of them is not key=value.</exception>
    public List<Override> Overrides(ParseResult parsed)
    {
        List<Override> overrides =
            [.. (parsed.GetValue(_set) ?? []).Select(text => Override.Parse(_set.Name, text))];
        Add(overrides, parsed, _seeds, "seeds", AsList);
        Add(overrides, parsed, _epochs, "epochs", number => number);
        Add(overrides, parsed, _ticks, "ticks", number => number);
        return overrides;
    }

    /// <summary>Adds the change that an option makes, if it is given.</summary>
    /// <param name="overrides">The changes.</param>
    /// <param name="parsed">The command.</param>
    /// <param name="option">The option.</param>
    /// <param name="key">Its key.</param>
    /// <param name="yaml">Makes YAML of its value.</param>
    public static void Add(
        List<Override> overrides, ParseResult parsed, Option<string?> option, string key, Func<string, string> yaml)
    {
        if (parsed.GetValue(option) is { } value)
            overrides.Add(new Override(option.Name, key, yaml(value)));
    }

    /// <summary>Values between commas as a YAML list.</summary>
    public static string AsList(string values) => values.TrimStart().StartsWith('[') ? values : $"[{values}]";
}
