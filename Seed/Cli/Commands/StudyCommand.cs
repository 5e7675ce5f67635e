using System.CommandLine;
using PalActors.Areas.Contract.Models;
using PalActors.Cli.Terminal;
using PalActors.Lab.Sweeps;

namespace PalActors.Cli.Commands;

/// <summary><c>palactors study</c>: sweeps that answer a question, with figures.</summary>
/// <remarks>Each kind of study is a <see cref="StudyKindCommand"/>.</remarks>
internal static class StudyCommand
{
    /// <summary>The command.</summary>
    public static Command Create(ModelRegistry models, TextWriter output, ProgramLog log)
    {
        Command command = new("study", "Sweeps that answer a question, with figures.")
        {
            Delay(models, output, log), Width(models, output, log),
        };
        HelpExamples.Add(
            command,
            "palactors study delay yin-yang --seeds 1,2,3 --out studies/delay",
            "palactors study width yin-yang --out studies/width",
            "palactors study delay --help");
        return command;
    }

    private static Command Delay(ModelRegistry models, TextWriter output, ProgramLog log) =>
        new StudyKindCommand(Study.Delay, models, output, log).Create(
            "Learning against the delay of the links between areas.",
            "palactors study delay yin-yang --seeds 1,2,3 --out studies/delay",
            "palactors study delay yin-yang --delays 0,10,100 --direction both --models PAL,BP --epochs 10 "
            + "--out studies/first-look",
            "palactors study delay fig3abc --models PAL --remedies none,noise_lag,slow_noise --direction both "
            + "--out studies/remedies",
            "palactors study delay yin-yang --depths 3,5,8 --prospective on,off --seeds 1,2,3 --out studies/depth",
            "palactors study delay yin-yang --presentations 0.5,1,2 --models PAL --out studies/presentation",
            "palactors study delay streams --pathways all,right --direction up --models PAL "
            + "--out studies/late-stream",
            $"DIR holds sweep.csv as of 'palactors sweep' (columns {string.Join(", ", Study.Delay.Columns)}), "
            + "delay.png (angle and accuracy or error against delay), delay.md (the same in numbers: "
            + "medians and quartiles), delay-time.png (time per tick), and of several presentation times "
            + "delay-presentation.png (against delay over presentation time).");

    private static Command Width(ModelRegistry models, TextWriter output, ProgramLog log) =>
        new StudyKindCommand(Study.Width, models, output, log).Create(
            "Accuracy against the number of cells of the hidden areas.",
            "palactors study width yin-yang --out studies/width",
            "palactors study width yin-yang --hidden-areas 2 --seeds 1-5 --out studies/width-2",
            "palactors study width yin-yang --sizes 5,20 --models PAL,FA --seeds 1,2 --epochs 3 "
            + "--out studies/few-widths",
            $"DIR holds sweep.csv as of 'palactors sweep' (columns {string.Join(", ", Study.Width.Columns)}), "
            + "width.csv (the accuracy of each network), width-summary.csv (medians and quartiles over seeds), "
            + "width.md (the same, and how many cells reach 90 and 95 %) and width.png.");
}
