using Microsoft.Extensions.Logging;
using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Logging;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.Lab.Plots;
using PalActors.Lab.Results;
using PalActors.Lab.Sweeps;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Runs;

/// <summary>Runs a sweep, from the points to the table.</summary>
/// <remarks>The networks of all points run side by side on all cores.</remarks>
/// <param name="models">The cell models.</param>
/// <param name="request">The sweep as requested.</param>
public sealed class SweepRun(ModelRegistry models, SweepRequest request)
{
    /// <summary>The folder.</summary>
    public required string Folder { get; init; }

    /// <summary>Begins anew where the folder holds a sweep.</summary>
    public bool Fresh { get; init; }

    /// <summary>Allows a sweep to go on that another build began.</summary>
    public bool OtherBuild { get; init; }

    /// <summary>Receives what happens.</summary>
    public SweepListener Listener { get; init; } = new();

    /// <summary>Makes the loggers of the actor system; by default those of the error stream.</summary>
    public ILoggerFactory Log { get => field ?? LineLog.ErrorStream; init; }

    /// <summary>Runs the networks of which sweep.csv has no rows.</summary>
    /// <param name="stop">Stops it; networks that have not ended are run by the next process.</param>
    /// <exception cref="InputException">The input cannot be used; nothing was written.</exception>
    /// <exception cref="RunFailedException">The table cannot be written.</exception>
    public async Task<SweepResult> RunAsync(CancellationToken stop = default)
    {
        Sweep sweep = Sweep.Read(models, request);
        using SweepFolder folder = SweepFolder.Claim(Folder, sweep, Fresh, OtherBuild, Listener.Event);
        foreach (string note in sweep.Notes)
            Listener.Note(note);
        SweepTable table = folder.Table;
        Listener.Begin(new SweepStart(
            request.Kind, sweep.Name, Folder, sweep.Points, sweep.Networks.Count, table.Count, table.Diverged)
        {
            Columns = sweep.Columns,
        });
        try
        {
            if (table.Count < sweep.Networks.Count)
                await SimulateAsync(sweep, folder, stop).ConfigureAwait(false);
            table.Sort();
            folder.Claimed.Files.RequireClaim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RunFailedException(
                $"{folder.File(SweepFiles.Table)} cannot be written: {exception.Message.TrimEnd('.')}; "
                + "once it can, the same command goes on.");
        }

        return new SweepResult(Folder, Files(table), sweep.Networks.Count, table.Count, table.Diverged);
    }

    private List<string> Files(SweepTable table)
    {
        List<string> files = [SweepFiles.Definition, SweepFiles.Table];
        if (table.Count == 0)
            return files;
        SweepPlots plots = new(models, Folder);
        return [.. files, .. plots.Tabulate(), .. DrawingLibrary.Try("figures", plots.Draw, Listener.Event)];
    }

    private async Task SimulateAsync(Sweep sweep, SweepFolder folder, CancellationToken stop)
    {
        SweepTable table = folder.Table;
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using StopRequest request = new(Folder, end.Cancel);
        SweepCourse[] courses = [.. sweep.Networks.Select(network => new SweepCourse(network))];
        SweepCourse[] missing = [.. courses.Where(course => !table.Has(course.Network.Plan.Network))];
        NetworkPlan[] plans = [.. missing.Select(course => course.Network.Plan)];
        // If the table can no longer be written (a full disk), going on would only waste time.
        SweepRecorder recorder = new(courses, table, end.Cancel);
        RunSettings settings = new()
        {
            Execution = sweep.Execution,
            Log = Log,
            StartOf = plan => sweep.Networks[plan.Network].Weights?.StartOf(plan),
        };
        Task run = LostClaim.EndAsync(
            Task.Run(() => LocalRun.RunAsync(models, plans, settings, recorder, end.Token), CancellationToken.None),
            folder.Claimed,
            end);
        _ = LostClaim.TellAsync(folder.Claimed, Listener.FolderLost);
        await Listener.WatchAsync(missing, run).ConfigureAwait(false);
        try
        {
            await run.ConfigureAwait(false);
        }
        finally
        {
            // Even after an error the table has all networks that ended.
            await recorder.SavedAsync().ConfigureAwait(false);
        }
    }
}
