using System.CommandLine;
using PalActors.Areas.Contract.Models;
using PalActors.Seed.DryRuns;
using PalActors.Seed.Experiments;

namespace PalActors.Seed.Commands;

/// <summary><c>palactors run</c>: its arguments and options.</summary>
/// <remarks><see cref="ExperimentRun"/> does the work.</remarks>
internal sealed partial class RunCommand
{
    private readonly PlaceArguments _place;
    private readonly DryRunArguments _dryRun;

    private RunCommand(Command command)
    {
        Symbol[] symbols =
        [
            _experiment, _task, _seeds, _epochs, _ticks, _folder, _fresh, _set, _digest, _quiet, _placement,
            _otherBuild,
        ];
        command.Arguments.Add(_experiment);
        foreach (Option option in symbols.OfType<Option>())
            command.Options.Add(option);
        _dryRun = new DryRunArguments(command);
        _place = new PlaceArguments(command);
    }

    /// <summary>The command.</summary>
    public static Command Create(ModelRegistry models, TextWriter output, TextWriter error)
    {
        Command command = new("run", "Runs an experiment and writes metrics, results and plots.");
        RunCommand arguments = new(command);
        HelpExamples.Add(command, s_help);
        command.SetAction((parsed, stop) =>
        {
            ExperimentRun run = arguments.Read(models, parsed, output, error);
            DryRunOptions? dry = arguments._dryRun.Read(parsed, run.Place.Nodes is not null);
            return dry is not null ? Task.FromResult(run.Describe(dry)) : run.RunAsync(stop);
        });
        return command;
    }

    private ExperimentRun Read(ModelRegistry models, ParseResult parsed, TextWriter output, TextWriter error) =>
        new(models, parsed.GetRequiredValue(_experiment), Overrides(parsed), output, error)
        {
            TaskName = parsed.GetValue(_task),
            Folder = parsed.GetValue(_folder),
            Fresh = parsed.GetValue(_fresh),
            Digest = parsed.GetValue(_digest),
            Quiet = parsed.GetValue(_quiet),
            Place = _place.Read(parsed),
            OtherBuild = parsed.GetValue(_otherBuild),
            CommandLine = CommandText.Of(parsed),
        };

    private List<Override> Overrides(ParseResult parsed)
    {
        List<Override> overrides = [.. (parsed.GetValue(_set) ?? []).Select(text => Override.Parse("--set", text))];
        Add(_seeds, "seeds", list => list.TrimStart().StartsWith('[') ? list : $"[{list}]");
        Add(_epochs, "epochs", number => number);
        Add(_ticks, "ticks", number => number);
        Add(_placement, "placement", PlacementReader.ToYaml);
        return overrides;

        void Add(Option<string?> option, string key, Func<string, string> yaml)
        {
            if (parsed.GetValue(option) is { } value)
                overrides.Add(new Override(option.Name, key, yaml(value)));
        }
    }
}
