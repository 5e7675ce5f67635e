using System.CommandLine;
using PalActors.Areas.Contract.Models;
using PalActors.Cli.Reports;
using PalActors.Cli.Terminal;
using PalActors.Lab.Runs;
using PalActors.Lab.Sweeps;

namespace PalActors.Cli.Commands;

/// <summary>Arguments that <c>sweep</c> and <c>study</c> share.</summary>
/// <remarks>They are the experiment, its changes at every point, and the folder.</remarks>
internal sealed class SweepArguments
{
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
        command.Arguments.Add(Experiment.Argument);
        Option[] options = [.. Experiment.Options, Experiment.Set, _folder, _fresh, _otherBuild, _quiet];
        foreach (Option option in options)
            command.Options.Add(option);
    }

    /// <summary>The experiment, and its changes at every point.</summary>
    public ExperimentArguments Experiment { get; } = new(
        "one network each at every point",
        "Sets a key of the experiment at every point; may be repeated. VALUE is YAML.");

    /// <summary>Runs a sweep with these arguments.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(
        ModelRegistry models,
        ParseResult parsed,
        SweepRequest request,
        TextWriter output,
        ProgramLog log,
        CancellationToken stop)
    {
        using SweepConsole console = new(output, log, parsed.GetValue(_quiet));
        SweepRun run = new(models, request)
        {
            Folder = parsed.GetRequiredValue(_folder),
            Fresh = parsed.GetValue(_fresh),
            OtherBuild = parsed.GetValue(_otherBuild),
            Listener = console,
            Log = log.Factory,
        };
        return console.Conclude(await run.RunAsync(stop).ConfigureAwait(false));
    }
}
