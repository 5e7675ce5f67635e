using System.CommandLine;
using PalActors.Areas.Contract.Models;
using PalActors.Cli.Terminal;
using PalActors.Lab.Experiments;

namespace PalActors.Cli.Commands;

/// <summary><c>palactors schema</c>: the JSON schema of experiment files.</summary>
/// <remarks>Editors complete keys with it and mark mistakes.</remarks>
internal static class SchemaCommand
{
    /// <summary>The command.</summary>
    public static Command Create(ModelRegistry models, TextWriter output)
    {
        Command command = new("schema", "Prints the JSON schema of experiment files, for completion in editors.");
        HelpExamples.Add(
            command,
            "palactors schema > experiments/experiment.schema.json",
            "A first line '# yaml-language-server: $schema=experiment.schema.json' makes an editor use it.");
        command.SetAction(_ =>
        {
            output.Write(ExperimentSchema.Write(models));
            return ExitCodes.Success;
        });
        return command;
    }
}
