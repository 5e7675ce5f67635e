using System.CommandLine;
using PalActors.Areas.Contract.Models;
using PalActors.Cli.Commands;

namespace PalActors.Cli;

/// <content>The commands.</content>
public static partial class CommandLine
{
    private static RootCommand Build(ModelRegistry models, TextWriter output, TextWriter error)
    {
        RootCommand root = new(
            "PalActors: cortical hierarchies as actors, learning in real time with PAL (phaseless alignment learning).")
        {
            RunCommand.Create(models, output, error),
            ResumeCommand.Create(models, output, error),
            ContinueCommand.Create(models, output, error),
            SweepCommand.Create(models, output, error),
            StudyCommand.Create(models, output, error),
            NodeCommand.Create(models, output, error),
            HealthCommand.Create(output, error),
            ReplayCommand.Create(output),
            ListCommand.Create(models, output),
            DataCommand.Create(models, output),
            CompareCommand.Create(models, output, error),
            PlotCommand.Create(models, output, error),
            ViewCommand.Create(models, output),
            KeysCommand.Create(models, output),
            NewCommand.Create(models, output),
            SchemaCommand.Create(models, output),
            EvaluateCommand.Create(models, output, error),
            ExportCommand.Create(models, output),
            ReadOutCommand.Create(models, output, error),
            StopCommand.Create(output),
            PlugInOption.Create(),
        };
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
