using System.CommandLine;
using PalActors.Areas.Toolkit.Files;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Cli.Terminal;
using PalActors.Lab.Data;

namespace PalActors.Cli.Commands;

/// <content><c>palactors data list</c>.</content>
internal static partial class DataCommand
{
    private static Command List(TextWriter output)
    {
        Option<string?> folder = new("--folder")
        {
            Description = "Where to look for files; by default where runs look.",
            HelpName = "DIR",
        };
        Command command = new("list", "Lists data sets, which files are there and right, and formats of own files.")
        {
            folder,
        };
        HelpExamples.Add(command, "palactors data list");
        command.SetAction((parsed, stop) => ListAsync(parsed.GetValue(folder), output, stop));
        return command;
    }

    private static async Task<int> ListAsync(string? folder, TextWriter output, CancellationToken stop)
    {
        int width = DataSets.Labelled.Max(name => name.Length);
        foreach (string name in DataSets.Labelled)
        {
            FileDataSet? set = FileDataSet.Find(name);
            string description = set is null ? "drawn from its seed"
                : set.Name != name ? $"the files of {set.Name}"
                : await DescribeAsync(set, Place(set, folder), stop).ConfigureAwait(false);
            output.WriteLine($"{name.PadRight(width)}  {description}");
        }

        output.WriteLine();
        output.WriteLine("Files of your own, as 'data: {file: ...}' in an experiment (docs/data.md):");
        width = DataFormats.Summaries.Max(format => format.Name.Length);
        foreach ((string name, string summary) in DataFormats.Summaries)
            output.WriteLine($"{name.PadRight(width)}  {summary}");
        return ExitCodes.Success;
    }

    private static async Task<string> DescribeAsync(FileDataSet set, string place, CancellationToken stop)
    {
        List<string> missing = [], others = [];
        foreach (DataFile file in set.Files)
        {
            if (file.FindIn(place) is not { } path)
                missing.Add(file.Name);
            else if (!await IsRightAsync(file, path, stop).ConfigureAwait(false))
                others.Add(Path.GetFileName(path));
        }

        return missing.Count == set.Files.Count ? $"not there: palactors data get {set.Name} puts it into {place}"
            : missing.Count > 0 ? $"incomplete in {place}: {string.Join(", ", missing)} missing"
            : others.Count > 0 ? $"in {place}, not the published files: {string.Join(", ", others)}"
            : $"complete and right in {place}";
    }

    private static async Task<bool> IsRightAsync(DataFile file, string path, CancellationToken stop)
    {
        try
        {
            return await file.ProblemAsync(path, stop).ConfigureAwait(false) is null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
