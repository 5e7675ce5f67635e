using System.CommandLine;
using PalActors.Areas.Contract.Models;
using PalActors.Cli.Reports;
using PalActors.Lab;
using PalActors.Lab.Experiments;
using PalActors.Lab.Runs;
using PalActors.Lab.Sweeps;

namespace PalActors.Cli.Commands;

/// <summary>Arguments that <c>sweep</c> and <c>study</c> share.</summary>
/// <remarks>They are the experiment, its changes at every point, and the folder.</remarks>
internal sealed class SweepArguments
{
    // Values are read as text, so that the experiment's own checks apply to them.
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
        Description = "Seeds of the microcircuit, one network each at every point, for instance 1,2,3 or 1-10.",
        HelpName = "1,2",
    };

    private readonly Option<string?> _epochs =
        new("--epochs") { Description = "Epochs of training.", HelpName = "N" };

    private readonly Option<string?> _ticks =
        new("--ticks") { Description = "End every network at tick N.", HelpName = "N" };

    private readonly Option<string[]> _set = new("--set")
    {
        Description = "Sets a key of the experiment at every point; may be repeated. VALUE is YAML.",
        HelpName = "key=VALUE",
    };

    private readonly Option<string> _folder = new("--out")
    {
        Description = "Folder for the results. One that holds the same sweep, unfinished, goes on with it.",
        HelpName = "DIR",
        Required = true,
    };

    private readonly Option<bool> _fresh = new("--fresh")
    {
        Description = "Begins anew where the folder already holds a sweep.",
    };

    private readonly Option<bool> _otherBuild = OtherBuildOption.Create();
    private readonly Option<bool> _quiet = new("--quiet") { Description = "Prints only the result." };

    /// <summary>Adds them to a command.</summary>
    public SweepArguments(Command command)
    {
        command.Arguments.Add(_experiment);
        Option[] options = [_task, _seeds, _epochs, _ticks, _set, _folder, _fresh, _otherBuild, _quiet];
        foreach (Option option in options)
            command.Options.Add(option);
    }

    /// <summary>Name or path of the experiment.</summary>
    public string Experiment(ParseResult parsed) => parsed.GetRequiredValue(_experiment);

    /// <summary>The task of the authors' parameter files, or null.</summary>
    public string? Task(ParseResult parsed) => parsed.GetValue(_task);

    /// <summary>Changes of the experiment at every point.</summary>
    /// <exception cref="InputException">One of them is not key=value.</exception>
    public List<Override> Common(ParseResult parsed)
    {
        List<Override> overrides = [.. (parsed.GetValue(_set) ?? []).Select(text => Override.Parse("--set", text))];
        if (parsed.GetValue(_seeds) is { } seeds)
            overrides.Add(new Override("--seeds", "seeds", AsList(seeds)));
        if (parsed.GetValue(_epochs) is { } epochs)
            overrides.Add(new Override("--epochs", "epochs", epochs));
        if (parsed.GetValue(_ticks) is { } ticks)
            overrides.Add(new Override("--ticks", "ticks", ticks));
        return overrides;
    }

    /// <summary>Runs a sweep with these arguments.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(
        ModelRegistry models,
        ParseResult parsed,
        SweepRequest request,
        TextWriter output,
        TextWriter error,
        CancellationToken stop)
    {
        SweepConsole console = new(output, error, parsed.GetValue(_quiet));
        SweepRun run = new(models, request)
        {
            Folder = parsed.GetRequiredValue(_folder),
            Fresh = parsed.GetValue(_fresh),
            OtherBuild = parsed.GetValue(_otherBuild),
            Listener = console,
        };
        return console.Conclude(await run.RunAsync(stop).ConfigureAwait(false));
    }

    /// <summary>Values between commas as a YAML list.</summary>
    public static string AsList(string values) => values.TrimStart().StartsWith('[') ? values : $"[{values}]";
}
