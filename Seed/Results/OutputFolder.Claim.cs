using System.Globalization;
using PalActors.Areas.Contract.Models;
using PalActors.Messages.Plan;
using PalActors.Seed.Experiments;
using PalActors.Seed.Recording;

namespace PalActors.Seed.Results;

/// <content>The steps of a claim.</content>
public sealed partial class OutputFolder
{
    private static readonly string[] s_folders = [RecordingFiles.Folder, RunFiles.Snapshots];

    private static string NewPath(string experiment, DateTime now)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"{experiment}-{now:yyyyMMdd-HHmmss}");
        string stamped = In("runs", name), path = stamped;
        for (int n = 2; Directory.Exists(path); n++)
            path = $"{stamped}-{n}";
        return path;
    }

    // The topmost folder that does not exist yet, which a failed claim removes.
    private static string? FirstMissing(string path)
    {
        string? missing = null;
        try
        {
            string? folder = System.IO.Path.GetFullPath(path);
            while (folder is not null && !System.IO.Path.Exists(folder))
            {
                missing = folder;
                folder = System.IO.Path.GetDirectoryName(folder);
            }
        }
        catch (ArgumentException)
        {
            // It is no path; the attempt to make the folder gives the error.
        }

        return missing;
    }

    // A kill between the two files of a claim leaves an empty metrics.csv alone.
    private static void RemoveBegun(string path)
    {
        FileInfo metrics = new(In(path, RunFiles.Metrics));
        if (!Has(path, RunFiles.Experiment) && metrics is { Exists: true, Length: 0 })
            metrics.Delete();
    }

    // Never replace a file: the input itself may be in the folder that is named as output.
    private static void CheckEmpty(string path)
    {
        string? held = RunFiles.All.FirstOrDefault(name => Has(path, name))
            ?? s_folders.FirstOrDefault(name => System.IO.Path.Exists(In(path, name)));
        // Finished networks of a run whose other files are gone would pass for those of this run.
        IEnumerable<string> finished = Directory.EnumerateFileSystemEntries(In(path, FinishedNetworks.Folder));
        if (held is null && finished.Any(entry => !FolderLock.IsOwn(System.IO.Path.GetFileName(entry))))
            held = FinishedNetworks.Folder;
        if (held is not null)
            throw new InputException($"--out is '{path}', which already holds {held}; valid is a new or empty folder.");
    }

    private static bool IsSame(string path, ModelRegistry models, Experiment experiment) =>
        ExperimentWriter.HaveSameResults(ExperimentReader.Read(models, In(path, RunFiles.Experiment)), experiment);

    private static void CheckSame(string path, ModelRegistry models, Experiment experiment)
    {
        if (!IsSame(path, models, experiment))
        {
            throw new InputException(
                $"--out is '{path}', which already holds a run of another experiment (see its {RunFiles.Experiment}); "
                + "valid is another folder, or --fresh to begin anew there.");
        }
    }

    private static OutputFolder Continue(
        string path, IReadOnlyList<NetworkPlan> plans, IDisposable hold, bool otherBuild)
    {
        EarlierRun earlier = EarlierRun.TakeOver(path, plans, otherBuild);
        // Results of a stopped run are not those of the whole: if they stayed, a kill at the very end would leave them
        // as if they were. A refusal leaves them.
        System.IO.File.Delete(In(path, RunFiles.Results));
        return new OutputFolder(path, OpenMetrics(path, FileMode.Append), hold, earlier) { GoesOn = true };
    }

    private static void Discard(string path, string? made, FileStream? metrics)
    {
        try
        {
            if (metrics is not null)
            {
                metrics.Dispose();
                System.IO.File.Delete(In(path, RunFiles.Metrics));
                System.IO.File.Delete(In(path, RunFiles.Experiment));
            }

            if (made is not null && Directory.Exists(made))
                Directory.Delete(made, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A place that cannot be written may refuse removal too; the user gets the first error.
        }
    }
}
