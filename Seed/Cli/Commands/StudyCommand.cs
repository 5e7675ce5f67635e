using System.CommandLine;
using PalActors.Areas.Contract.Models;
using PalActors.Cli.Terminal;

namespace PalActors.Cli.Commands;

/// <summary><c>palactors study</c>: sweeps that answer a question, with figures.</summary>
/// <remarks>So far there is <c>study delay</c>; see <see cref="StudyDelayCommand"/>.</remarks>
internal static class StudyCommand
{
    /// <summary>The command.</summary>
    public static Command Create(ModelRegistry models, TextWriter output, ProgramLog log)
    {
        Command command = new("study", "Sweeps that answer a question, with figures.")
        {
            new StudyDelayCommand(models, output, log).Create(),
        };
        HelpExamples.Add(
            command,
            "palactors study delay yin-yang --seeds 1,2,3 --out studies/delay",
            "palactors study delay --help");
        return command;
    }
}
