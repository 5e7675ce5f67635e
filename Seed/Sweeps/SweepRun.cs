using System.Globalization;
using PalActors.Areas.Models;
using PalActors.Clustering.Runs;
using PalActors.Messages.Plan;
using PalActors.Seed.Plots;
using PalActors.Seed.Progress;

namespace PalActors.Seed.Sweeps;

/// <summary>A sweep from the points to the table: the networks of all points run side by side on all cores.</summary>
/// <param name="request">What to sweep.</param>
/// <param name="output">Where results go.</param>
/// <param name="error">Where notes go.</param>
public sealed class SweepRun(SweepRequest request, TextWriter output, TextWriter error)
{
    /// <summary>The folder.</summary>
    public required string Folder { get; init; }

    /// <summary>Whether to begin anew where the folder holds a sweep.</summary>
    public bool Fresh { get; init; }

    /// <summary>Indicates whether a sweep that another build began goes on.</summary>
    public bool OtherBuild { get; init; }

    /// <summary>Whether to print only the result.</summary>
    public bool Quiet { get; init; }

    /// <summary>Runs what is missing.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        Sweep sweep = Sweep.Read(request);
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
            throw new RunFailedException($"{folder.File(SweepFiles.Table)} cannot be written: {exception.Message.TrimEnd('.')}; once it can, the same command goes on.");
        }

        return Finish(sweep, folder);
    }

    private async Task SimulateAsync(Sweep sweep, SweepTable table, int before, CancellationToken stop)
    {
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        SweepCourse[] courses = [.. sweep.Networks.Select(network => new SweepCourse(network))];
        SweepCourse[] missing = [.. courses.Where(course => !table.Has(course.Network.Plan.Network))];
        NetworkPlan[] plans = [.. missing.Select(course => course.Network.Plan)];
        // If the table can no longer be written (a full disk), going on would only waste time.
        SweepRecorder recorder = new(courses, table, end.Cancel);
        int divergedBefore = table.Diverged;
        Task run = Task.Run(() => LocalRun.RunAsync(CellModels.All, plans, new RunSettings(), recorder, end.Token), CancellationToken.None);
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
            // Whatever happened, what has finished is in the table.
            await recorder.SavedAsync().ConfigureAwait(false);
        }
    }

    private void Announce(Sweep sweep, int before)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{sweep.Name}: {request.Kind} of {sweep.Points} point{(sweep.Points == 1 ? "" : "s")}, {sweep.Networks.Count} networks; results go to {Folder}"));
        if (before > 0)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{before} of them were done before{(before < sweep.Networks.Count ? "; the others are run now" : "")}."));
        output.Flush();
    }

    private int Finish(Sweep sweep, SweepFolder folder)
    {
        int done = folder.Table.Count;
        bool whole = done == sweep.Networks.Count;
        List<string> files = [SweepFiles.Definition, SweepFiles.Table];
        if (done > 0)
        {
            SweepPlots plots = new(Folder);
            files.AddRange(plots.Tabulate());
            files.AddRange(DrawingLibrary.Try("figures", plots.Draw, error));
        }

        if (folder.Table.Diverged is > 0 and int diverged)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{diverged} of {done} networks diverged: see {SweepTable.DivergedAtTick} in {SweepFiles.Table}."));
        }

        if (!whole)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Stopped: {done} of {sweep.Networks.Count} networks are done. The same command goes on with the others."));
        output.WriteLine($"In {Folder}: {string.Join(", ", files)}");
        return whole ? ExitCodes.Success : ExitCodes.Interrupted;
    }
}
