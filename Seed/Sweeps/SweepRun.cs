using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.Messages.Plan;
using PalActors.Seed.Progress;
using PalActors.Seed.Results;

namespace PalActors.Seed.Sweeps;

/// <summary>Runs a sweep, from the points to the table.</summary>
/// <remarks>The networks of all points run side by side on all cores.</remarks>
/// <param name="models">The cell models.</param>
/// <param name="request">The sweep as requested.</param>
/// <param name="output">Receives results.</param>
/// <param name="error">Receives notes.</param>
public sealed partial class SweepRun(
    ModelRegistry models, SweepRequest request, TextWriter output, TextWriter error)
{
    /// <summary>The folder.</summary>
    public required string Folder { get; init; }

    /// <summary>Begins anew where the folder holds a sweep.</summary>
    public bool Fresh { get; init; }

    /// <summary>Allows a sweep to go on that another build began.</summary>
    public bool OtherBuild { get; init; }

    /// <summary>Prints only the result.</summary>
    public bool Quiet { get; init; }

    /// <summary>Runs the networks of which sweep.csv has no rows.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        Sweep sweep = Sweep.Read(models, request);
        using SweepFolder folder = SweepFolder.Claim(Folder, sweep, Fresh, OtherBuild);
        foreach (string note in sweep.Notes)
            error.WriteLine($"palactors: note: {note}");
        int before = folder.Table.Count;
        if (!Quiet)
            Announce(sweep, before);
        try
        {
            if (before < sweep.Networks.Count)
                await SimulateAsync(sweep, folder.Table, before, stop).ConfigureAwait(false);
            folder.Table.Sort();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RunFailedException(
                $"{folder.File(SweepFiles.Table)} cannot be written: {exception.Message.TrimEnd('.')}; "
                + "once it can, the same command goes on.");
        }

        return Finish(sweep, folder);
    }

    private async Task SimulateAsync(Sweep sweep, SweepTable table, int before, CancellationToken stop)
    {
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using StopRequest request = new(Folder, end.Cancel);
        SweepCourse[] courses = [.. sweep.Networks.Select(network => new SweepCourse(network))];
        SweepCourse[] missing = [.. courses.Where(course => !table.Has(course.Network.Plan.Network))];
        NetworkPlan[] plans = [.. missing.Select(course => course.Network.Plan)];
        // If the table can no longer be written (a full disk), going on would only waste time.
        SweepRecorder recorder = new(courses, table, end.Cancel);
        int divergedBefore = table.Diverged;
        RunSettings settings = new() { Execution = new ExecutionOptions { Pace = sweep.Pace } };
        Task run = Task.Run(
            () => LocalRun.RunAsync(models, plans, settings, recorder, end.Token), CancellationToken.None);
        if (!Quiet)
        {
            SweepProgress progress = new(output, missing, before, sweep.Points) { DivergedBefore = divergedBefore };
            await progress.ShowAsync(run).ConfigureAwait(false);
        }

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
