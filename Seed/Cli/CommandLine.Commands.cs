using System.CommandLine;
using PalActors.Areas.Contract.Models;
using PalActors.Cli.Commands;
using PalActors.Cli.Settings;
using PalActors.Cli.Terminal;

namespace PalActors.Cli;

/// <content>The commands.</content>
public static partial class CommandLine
{
    /// <summary>The settings of all commands.</summary>
    internal static IEnumerable<ISetting> Settings(ModelRegistry models) =>
        SettingsOf(Build(models, TextWriter.Null, ProgramLog.Usual(TextWriter.Null)));

    private static IEnumerable<ISetting> SettingsOf(RootCommand root) =>
        root.Options.Concat(root.Subcommands.SelectMany(command => command.Options)).OfType<ISetting>();

    private static RootCommand Build(ModelRegistry models, TextWriter output, ProgramLog log)
    {
        RootCommand root = new(
            "PalActors: cortical hierarchies as actors, learning in real time with PAL (phaseless alignment learning).")
        {
            RunCommand.Create(models, output, log),
            ResumeCommand.Create(models, output, log),
            ContinueCommand.Create(models, output, log),
            SweepCommand.Create(models, output, log),
            StudyCommand.Create(models, output, log),
            NodeCommand.Create(models, output, log),
            HealthCommand.Create(output, log),
            ReplayCommand.Create(output),
            ListCommand.Create(models, output),
            DataCommand.Create(models, output),
            CompareCommand.Create(models, output, log),
            PlotCommand.Create(models, output, log),
            ViewCommand.Create(models, output),
            KeysCommand.Create(models, output),
            NewCommand.Create(models, output),
            SchemaCommand.Create(models, output),
            EvaluateCommand.Create(models, output, log),
            ExportCommand.Create(models, output),
            ReadOutCommand.Create(models, output, log),
            StopCommand.Create(output),
            PlugInOption.Create(),
        };
        foreach (SettingOption option in LogSettings.Create())
            root.Options.Add(option);
        root.Directives.Clear();
        root.Options.OfType<VersionOption>().Single().Action = new VersionAction(output);
        HelpExamples.Add(
            root,
            "palactors run yin-yang",
            "palactors replay tests/golden/a_pal_232_fwbw.json",
            "palactors run --help");
        return root;
    }
}
