using System.CommandLine;
using PalActors.Cli.Settings;

namespace PalActors.Cli.Commands;

/// <content>Options, of which values are text that the experiment checks, and examples.</content>
internal sealed partial class RunCommand
{
    private static readonly string[] s_help =
    [
        "palactors run yin-yang",
        "palactors run yin-yang --epochs 400 --seeds 123456,1,2",
        "palactors run yin-yang --set 'model=[PAL, FA, BP, no-feedback]' --out runs/models",
        "palactors run yin-yang --set 'layers=[4, 50, 20, 3]' --set 'eta_fw=[50, 10, 0.01]' "
        + "--set models.FA.noise_scale=0.01",
        "palactors run path/params.json --task bw_only --seeds 123",
        "palactors run yin-yang --ticks 100000 --digest --quiet",
        "palactors run yin-yang --seeds 1-3 --dashboard",
        "palactors run yin-yang --set 'layers=[4, 30, 30, 3]' --set eta_fw=0.1 --nodes 2 --out runs/two",
        "palactors run yin-yang --set 'layers=[4, 2000, 2000, 3]' --set eta_fw=0.1 --nodes 3 --dry-run",
        "With --nodes 2, twice beside it: palactors node --join 127.0.0.1:4053",
        "DIR holds experiment.yaml (which repeats the run), metrics.csv, results.json, accuracy.png and alignment.png.",
        "Ctrl+C stops at a tick boundary and writes the results so far, plots too; a second Ctrl+C ends at once.",
        "The same command with the same --out, or 'palactors resume DIR', goes on from the last snapshot of each "
        + "network; those that had finished are kept.",
        "Of a complete run in that folder the result is shown again.",
        SettingNames.Note,
        "Exit code: 0 done, 1 the run failed or a network diverged, 2 bad input (one line says what), "
        + "130 stopped by Ctrl+C.",
    ];

    private readonly ExperimentArguments _experiment = new(
        "one network each",
        "Sets a key of the experiment; may be repeated. VALUE is YAML; models.NAME.key reaches one model.");

    private readonly Option<string?> _folder = new("--out")
    {
        Description = "Folder for the results; by default a new one under runs/. "
            + "One that holds an unfinished run of the same experiment goes on with it.",
        HelpName = "DIR",
    };

    private readonly Option<bool> _fresh = new("--fresh")
    {
        Description = "Begins anew where the folder already holds a run.",
    };

    private readonly Option<bool> _digest = DigestOption.Create();
    private readonly Option<bool> _quiet = new("--quiet") { Description = "Prints only the result." };

    private readonly Option<string?> _placement = new("--placement")
    {
        Description = "Areas that live together on a node, group by group, for instance '1,2;3'; "
            + "by default even in cost.",
        HelpName = "GROUPS",
    };

    private readonly Option<bool> _otherBuild = OtherBuildOption.Create();
}
