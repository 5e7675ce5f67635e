using System.CommandLine;
using PalActors.Areas.Contract.Models;
using PalActors.Cli.DryRuns;
using PalActors.Cli.Reports;
using PalActors.Cli.Terminal;
using PalActors.Clustering.Reports;
using PalActors.Lab.DryRuns;
using PalActors.Lab.Experiments;
using PalActors.Lab.Planning;
using PalActors.Lab.Runs;

namespace PalActors.Cli.Commands;

/// <summary><c>palactors run</c>: its arguments and options.</summary>
/// <remarks><see cref="ExperimentRun"/> does the work.</remarks>
internal sealed partial class RunCommand
{
    private readonly PlaceArguments _place;
    private readonly RunHttpArguments _http;
    private readonly DryRunArguments _dryRun;

    private RunCommand(Command command)
    {
        command.Arguments.Add(_experiment.Argument);
        Option[] options =
        [
            .. _experiment.Options, _folder, _fresh, _experiment.Set, _digest, _quiet, _placement, _otherBuild,
        ];
        foreach (Option option in options)
            command.Options.Add(option);
        _dryRun = new DryRunArguments(command);
        _place = new PlaceArguments(command);
        _http = new RunHttpArguments(command);
    }

    /// <summary>The command.</summary>
    public static Command Create(ModelRegistry models, TextWriter output, ProgramLog log)
    {
        Command command = new("run", "Runs an experiment and writes metrics, results and plots.");
        RunCommand arguments = new(command);
        HelpExamples.Add(command, s_help);
        command.SetAction((parsed, stop) =>
        {
            IReadOnlyList<Override> overrides = arguments.Overrides(parsed);
            RunPlace place = arguments._place.Read(parsed);
            return arguments._dryRun.Read(parsed, place.Nodes is not null) is { } options
                ? Task.FromResult(arguments.DryRun(models, parsed, overrides, place, options, output, log))
                : arguments.RunAsync(models, parsed, overrides, place, output, log, stop);
        });
        return command;
    }

    private async Task<int> RunAsync(
        ModelRegistry models,
        ParseResult parsed,
        IReadOnlyList<Override> overrides,
        RunPlace place,
        TextWriter output,
        ProgramLog log,
        CancellationToken stop)
    {
        string experiment = _experiment.Name(parsed);
        RunReport report = new(output, experiment, overrides) { Digest = parsed.GetValue(_digest) };
        RunStatus status = new();
        using RunConsole console = new(output, log, report, parsed.GetValue(_quiet)) { Status = status };
        await using IRunServer? server =
            await _http.StartAsync(parsed, status, console, stop).ConfigureAwait(false);
        ExperimentRun run = new(models, experiment, overrides)
        {
            TaskName = _experiment.Task(parsed),
            Folder = parsed.GetValue(_folder),
            Fresh = parsed.GetValue(_fresh),
            Place = place,
            OtherBuild = parsed.GetValue(_otherBuild),
            Command = CommandText.Of(parsed),
            Status = status,
            Log = log.Factory,
            Listener = server?.Over(console, models) ?? console,
        };
        return console.Conclude(await run.RunAsync(stop).ConfigureAwait(false));
    }

    private int DryRun(
        ModelRegistry models, ParseResult parsed, IReadOnlyList<Override> overrides, RunPlace place,
        DryRunOptions options, TextWriter output, ProgramLog log)
    {
        List<string> notes = [];
        Experiment read = ExperimentSource.Read(
            models, _experiment.Name(parsed), _experiment.Task(parsed), overrides, notes);
        foreach (string note in notes)
            log.Note(note);
        new DryRun(output, models, read, NetworkPlans.Of(read), place, options).Print();
        return ExitCodes.Success;
    }

    private List<Override> Overrides(ParseResult parsed)
    {
        List<Override> overrides = _experiment.Overrides(parsed);
        ExperimentArguments.Add(overrides, parsed, _placement, "placement", PlacementReader.ToYaml);
        return overrides;
    }
}
