using System.CommandLine;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Seed.Data;
using PalActors.Seed.Experiments;

namespace PalActors.Seed.Commands;

/// <summary><c>palactors data</c>: fetches data sets that come as files, and lists all.</summary>
public static class DataCommand
{
    /// <summary>The command.</summary>
    public static Command Create(TextWriter output)
    {
        Command command = new("data", "Fetches data sets that come as files, and lists all.") { Get(output), List(output) };
        HelpExamples.Add(command, "palactors data get mnist", "palactors data list");
        return command;
    }

    private static Command Get(TextWriter output)
    {
        Argument<string> name = new("DATA") { Description = $"The data set: {string.Join(", ", FileDataSet.All.Select(data => data.Name))}." };
        Option<string?> folder = new("--folder") { Description = $"Where to put the files; by default where runs look for them, below {DataFolders.Variable} if it is set.", HelpName = "DIR" };
        Option<string?> from = new("--from") { Description = "Another address, or a folder that has the files.", HelpName = "URL|DIR" };
        Option<bool> force = new("--force") { Description = "Fetches anew what is there, and replaces it." };
        Command command = new("get", "Fetches a data set and checks it.") { name, folder, from, force };
        HelpExamples.Add(
            command,
            "palactors data get mnist",
            "palactors data get mnist --from /media/usb/mnist",
            "palactors data get mnist --folder data/mnist",
            "A file is in its place only when its checksum is right; files that are there and right are kept.",
            "An experiment finds files elsewhere by its key data_folder, for instance --set data_folder=data/mnist.",
            "Exit code: 0 all files are there, 2 one is not (one line says why), 130 stopped by Ctrl+C.");
        command.SetAction((parsed, stop) => GetAsync(parsed.GetRequiredValue(name), parsed.GetValue(folder), parsed.GetValue(from), parsed.GetValue(force), output, stop));
        return command;
    }

    private static Command List(TextWriter output)
    {
        Option<string?> folder = new("--folder") { Description = "Where to look for files; by default where runs look.", HelpName = "DIR" };
        Command command = new("list", "Lists the data sets, and which files are there and right.") { folder };
        HelpExamples.Add(command, "palactors data list");
        command.SetAction((parsed, stop) => ListAsync(parsed.GetValue(folder), output, stop));
        return command;
    }

    private static async Task<int> GetAsync(string name, string? folder, string? from, bool force, TextWriter output, CancellationToken stop)
    {
        string[] names = [.. FileDataSet.All.Select(data => data.Name)];
        FileDataSet set = FileDataSet.All.FirstOrDefault(data => data.Name == name)
            ?? throw new InputException($"DATA is '{name}'; valid is {string.Join(", ", names)}{(DataSetDefaults.Names.Contains(name) ? $"; {name} is drawn from its seed and needs no files" : "")}.");
        string place = Place(set, folder);
        using HttpClient client = new() { Timeout = Timeout.InfiniteTimeSpan };
        DataFetch fetch = new(Sources(set, from, client), place, force);
        try
        {
            await FetchProgress.ShowAsync(output, fetch, set.Files, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return ExitCodes.Interrupted;
        }

        output.WriteLine($"{set.Name} is complete in {place}");
        return ExitCodes.Success;
    }

    private static IReadOnlyList<IFileSource> Sources(FileDataSet set, string? from, HttpClient client)
    {
        if (from is null)
            return [.. set.Mirrors.Select(mirror => new WebSource(client, mirror))];
        if (Directory.Exists(from))
            return [new FolderSource(from)];
        return Uri.TryCreate(from, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"
            ? [new WebSource(client, address)]
            : throw new InputException($"--from is '{from}'; valid is a folder, or an address that begins with https:// or http://.");
    }

    private static async Task<int> ListAsync(string? folder, TextWriter output, CancellationToken stop)
    {
        int width = DataSetDefaults.Names.Max(name => name.Length);
        foreach (string name in DataSetDefaults.Names)
        {
            FileDataSet? set = FileDataSet.All.FirstOrDefault(data => data.Name == name);
            output.WriteLine($"{name.PadRight(width)}  {(set is null ? "drawn from its seed" : await DescribeAsync(set, Place(set, folder), stop).ConfigureAwait(false))}");
        }

        return ExitCodes.Success;
    }

    private static async Task<string> DescribeAsync(FileDataSet set, string place, CancellationToken stop)
    {
        List<string> missing = [], others = [];
        foreach (DataFile file in set.Files)
        {
            if (MnistFiles.Find(place, file.Name) is not { } path)
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
            return await Checksum.OfAsync(path, stop).ConfigureAwait(false) == file.Md5;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string Place(FileDataSet set, string? folder) => folder switch
    {
        null => DataFolders.Default(set.Name),
        _ when folder.Trim().Length == 0 => throw new InputException($"--folder is '{folder}'; valid is a folder."),
        _ => Path.GetFullPath(folder),
    };
}
