using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Toolkit.Files;
using PalActors.Cli.Reports;
using PalActors.Cli.Terminal;
using PalActors.Lab;
using PalActors.Lab.Experiments;
using PalActors.Lab.Texts;
using PalActors.Messages.Plan;

namespace PalActors.Cli.Commands;

/// <content><c>palactors data show</c>.</content>
internal static partial class DataCommand
{
    private static Command Show(ModelRegistry models, TextWriter output)
    {
        Argument<string> file = new("FILE")
        {
            Description = "A file with samples, or an experiment whose data are files of your own.",
        };
        Command command = new("show", "Shows format, hash, columns or arrays, and balance of classes.") { file };
        HelpExamples.Add(
            command,
            "palactors data show flowers.csv",
            "palactors data show digits.npz",
            "palactors data show flowers.yaml");
        command.SetAction((parsed, _) => Task.FromResult(ShowFile(models, parsed.GetRequiredValue(file), output)));
        return command;
    }

    private static int ShowFile(ModelRegistry models, string file, TextWriter output)
    {
        try
        {
            bool isExperiment = Path.GetExtension(file) is ".yaml" or ".yml";
            foreach (string line in isExperiment ? OfExperiment(models, file) : OfFile(file))
                output.WriteLine(line);
            return ExitCodes.Success;
        }
        catch (DataFileException exception)
        {
            throw new InputException(exception.Message);
        }
    }

    private static IEnumerable<string> OfExperiment(ModelRegistry models, string file)
    {
        Experiment read = ExperimentSource.Read(models, file, null, [], []);
        if (read.DataOptions.Length == 0)
        {
            throw new InputException(
                $"{file}: its data are {read.Data}; valid is an experiment whose data are files of your own.");
        }

        NetworkPlan plan = ExperimentData.Identify(read, NetworkPlans.Of(read))[0];
        return OwnDataText.Lines(ExperimentData.WithFacts(read).DataFacts!, plan.DataHash);
    }

    private static IEnumerable<string> OfFile(string file)
    {
        (string format, IReadOnlyList<FilePart> parts) = DataFormats.Describe(file);
        using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.Read);
        string hash = Convert.ToHexStringLower(SHA256.HashData(stream));
        yield return $"{file}: {format}, {ByteSizes.Text(stream.Length)}, SHA-256 {hash}";
        int width = parts.Max(part => part.Name.Length);
        foreach (FilePart part in parts)
        {
            string shape = string.Join(
                " x ", part.Shape.Select(size => size.ToString(CultureInfo.InvariantCulture)));
            (IReadOnlyList<string> classes, IReadOnlyList<int> counts) = DataFormats.Balance(file, part);
            yield return $"  {part.Name.PadRight(width)}  {shape}  {part.Type}{OwnDataText.Balance(classes, counts)}";
        }
    }
}
