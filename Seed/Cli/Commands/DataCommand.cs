using System.CommandLine;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Cli.Progress;
using PalActors.Cli.Terminal;
using PalActors.Lab;
using PalActors.Lab.Data;

namespace PalActors.Cli.Commands;

/// <summary><c>palactors data</c>: fetches data sets that come as files, lists all, shows files.</summary>
internal static partial class DataCommand
{
    /// <summary>The command.</summary>
    public static Command Create(ModelRegistry models, TextWriter output)
    {
        Command command = new("data", "Fetches data sets that come as files, lists all, and shows what is in your own.")
        {
            Get(output), List(output), Show(models, output),
        };
        HelpExamples.Add(command, "palactors data get mnist", "palactors data list", "palactors data show flowers.csv");
        return command;
    }

    private static Command Get(TextWriter output)
    {
        string names = string.Join(", ", FileDataSet.All.Select(data => data.Name));
        Argument<string> name = new("DATA") { Description = $"The data set: {names}." };
        Option<string?> folder = new("--folder")
        {
            Description = "Where to put the files; by default where runs look for them, "
                + $"below {DataFolders.Variable} if it is set.",
            HelpName = "DIR",
        };
        Option<string?> from = new("--from")
        {
            Description = "Another address, a folder that has the files, or the archive.",
            HelpName = "URL|DIR|FILE",
        };
        Option<bool> force = new("--force") { Description = "Fetches anew what is there, and replaces it." };
        Command command = new("get", "Fetches a data set and checks it.") { name, folder, from, force };
        HelpExamples.Add(
            command,
            "palactors data get mnist",
            "palactors data get mnist --from /media/usb/mnist",
            "palactors data get mnist --folder data/mnist",
            "palactors data get cifar10 --from /media/usb/cifar-10-binary.tar.gz",
            "A file is in its place only when its checksum is right; files that are there and right are kept.",
            "An experiment finds files elsewhere by its key data_folder, for instance --set data_folder=data/mnist.",
            "Exit code: 0 all files are there, 2 one is not (one line says why), 130 stopped by Ctrl+C.");
        command.SetAction((parsed, stop) =>
        {
            FileDataSet set = Find(parsed.GetRequiredValue(name));
            string place = Place(set, parsed.GetValue(folder));
            return GetAsync(set, place, parsed.GetValue(from), parsed.GetValue(force), output, stop);
        });
        return command;
    }

    private static async Task<int> GetAsync(
        FileDataSet set, string place, string? from, bool force, TextWriter output, CancellationToken stop)
    {
        using HttpClient client = new() { Timeout = Timeout.InfiniteTimeSpan };
        IReadOnlyList<IFileSource> sources = Sources(set, from, client);
        bool haveFiles = Directory.Exists(from) && set.Files.All(file => file.FindIn(from) is not null);
        try
        {
            await new SetFetch(set, place, force).RunAsync(
                steps => FetchProgress.ShowAsync(output, steps, stop), sources, haveFiles, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return ExitCodes.Interrupted;
        }

        output.WriteLine($"{set.Name} is complete in {place}");
        return ExitCodes.Success;
    }

    private static FileDataSet Find(string name)
    {
        if (FileDataSet.Find(name) is { } set)
            return set;
        string valid = string.Join(", ", FileDataSet.All.Select(data => data.Name));
        bool isDrawn = DataSets.Labelled.Contains(name);
        string drawn = isDrawn ? $"; {name} is drawn from its seed and needs no files" : "";
        throw new InputException($"DATA is '{name}'; valid is {valid}{drawn}.");
    }

    private static IReadOnlyList<IFileSource> Sources(FileDataSet set, string? from, HttpClient client)
    {
        if (from is null)
            return [.. set.Mirrors.Select(mirror => new WebSource(client, mirror))];
        if (Directory.Exists(from))
            return [new FolderSource(from) { Packed = set.Archive is null ? [] : set.Files }];
        if (set.Archive is not null && File.Exists(from))
            return [new SingleFileSource(from)];
        return Uri.TryCreate(from, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"
            ? [new WebSource(client, address)]
            : throw new InputException(
                $"--from is '{from}'; valid is a folder, "
                + $"{(set.Archive is null ? "" : $"a file {set.Archive.PackedName}, ")}"
                + "or an address that begins with https:// or http://.");
    }

    private static string Place(FileDataSet set, string? folder) => folder switch
    {
        null => DataFolders.Default(set.Name),
        _ when folder.Trim().Length == 0 => throw new InputException($"--folder is '{folder}'; valid is a folder."),
        _ => Path.GetFullPath(folder),
    };
}
