using System.CommandLine;
using PalActors.Seed.Results;

namespace PalActors.Seed.Commands;

/// <summary><c>palactors resume</c>: goes on with an unfinished run, on any number of nodes.</summary>
public static class ResumeCommand
{
    /// <summary>The command.</summary>
    public static Command Create(TextWriter output, TextWriter error)
    {
        Argument<string> folder = new("DIR") { Description = "The folder of the run." };
        Option<bool> digest = new("--digest")
        {
            Description = "Prints 'digest SEED HEX' for each network at the end, a SHA-256 of its whole state.",
        };
        Option<bool> quiet = new("--quiet") { Description = "Prints only the result." };
        Command command = new(
            "resume", "Goes on with an unfinished run from its last complete snapshot, with the same result.")
        {
            folder, digest, quiet,
        };
        Option<bool> otherBuild = OtherBuildOption.Create();
        command.Options.Add(otherBuild);
        PlaceArguments place = new(command);
        HelpExamples.Add(
            command,
            "palactors resume runs/models",
            "palactors resume runs/models --nodes 2",
            "The experiment is that of DIR/experiment.yaml; the number of nodes may be another one than before.",
            "Of a complete run the result is shown again.",
            "Exit code: 0 done, 1 the run failed or a network diverged, 2 bad input (one line says what), "
            + "130 stopped by Ctrl+C.");
        command.SetAction((parsed, stop) =>
        {
            string path = parsed.GetRequiredValue(folder), experiment = Path.Combine(path, RunFiles.Experiment);
            if (!File.Exists(experiment) || !RunRemoval.IsRun(path))
            {
                throw new InputException(
                    $"DIR is '{path}', which holds no run; valid is the --out of an earlier 'palactors run'.");
            }

            return new ExperimentRun(experiment, [], output, error)
            {
                Folder = path,
                Digest = parsed.GetValue(digest),
                Quiet = parsed.GetValue(quiet),
                Place = place.Read(parsed),
                OtherBuild = parsed.GetValue(otherBuild),
                CommandLine = CommandText.Of(parsed),
            }.RunAsync(stop);
        });
        return command;
    }
}
