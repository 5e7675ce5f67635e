using System.Globalization;
using System.Text;
using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Snapshots;
using PalActors.Lab.Experiments;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Results;

/// <content>The steps of a claim.</content>
internal sealed partial class OutputFolder
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

    // A kill between the two files of a claim leaves an empty metrics.csv alone.
    private static void RemoveBegun(FolderClaim claim)
    {
        FileInfo metrics = new(claim.File(RunFiles.Metrics));
        if (!claim.Has(RunFiles.Experiment) && metrics is { Exists: true, Length: 0 })
            metrics.Delete();
    }

    // Never replace a file: the input itself may be in the folder that is named as output.
    private static void CheckEmpty(FolderClaim claim)
    {
        string? held = RunFiles.All.FirstOrDefault(claim.Has) ?? claim.FirstHeld(s_folders);
        // Finished networks of a run whose other files are gone would pass for those of this run.
        IEnumerable<string> finished = Directory.EnumerateFileSystemEntries(claim.File(FinishedNetworks.Folder));
        if (held is null && finished.Any(entry => !FolderLock.IsOwn(System.IO.Path.GetFileName(entry))))
            held = FinishedNetworks.Folder;
        if (held is not null)
            throw claim.Holds(held);
    }

    private static OutputFolder Begin(FolderClaim claim, Experiment experiment, IReadOnlyList<NetworkPlan> plans)
    {
        FileStream metrics = OpenMetrics(claim, FileMode.CreateNew);
        try
        {
            // Whole or not at all: a torn one would pass for another experiment. With it, the name of metrics.csv is on
            // the disk.
            byte[] effective = Encoding.UTF8.GetBytes(ExperimentWriter.Write(experiment));
            DurableFile.Default.Write(claim.File(RunFiles.Experiment), effective);
            return new OutputFolder(claim, metrics, EarlierRun.None(plans));
        }
        catch
        {
            metrics.Dispose();
            System.IO.File.Delete(claim.File(RunFiles.Metrics));
            System.IO.File.Delete(claim.File(RunFiles.Experiment));
            throw;
        }
    }

    private static bool IsSame(string path, ModelRegistry models, Experiment experiment) =>
        ExperimentWriter.HaveSameResults(ExperimentReader.Read(models, In(path, RunFiles.Experiment)), experiment);

    private static void CheckSame(string path, ModelRegistry models, Experiment experiment)
    {
        if (!IsSame(path, models, experiment))
        {
            throw new InputException(
                $"{Setting.Folder} is '{path}', which already holds a run of another experiment "
                + $"(see its {RunFiles.Experiment}); valid is another folder, or {Setting.Fresh} to begin anew there.");
        }
    }

    private static OutputFolder Continue(FolderClaim claim, IReadOnlyList<NetworkPlan> plans, bool otherBuild)
    {
        EarlierRun earlier = EarlierRun.TakeOver(claim.Path, plans, otherBuild);
        // Results of a stopped run are not those of the whole: if they stayed, a kill at the very end would leave them
        // as if they were. A refusal leaves them.
        System.IO.File.Delete(claim.File(RunFiles.Results));
        return new OutputFolder(claim, OpenMetrics(claim, FileMode.Append), earlier) { GoesOn = true };
    }
}
