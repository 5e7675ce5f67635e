using System.Globalization;
using PalActors.Seed.Plots;

namespace PalActors.Seed.Sweeps;

/// <content>The lines before and after the run.</content>
public sealed partial class SweepRun
{
    private void Announce(Sweep sweep, int before)
    {
        string points = sweep.Points == 1 ? "point" : "points";
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{sweep.Name}: {request.Kind} of {sweep.Points} {points}, {sweep.Networks.Count} networks; "
            + $"results go to {Folder}"));
        if (before > 0)
        {
            string others = before < sweep.Networks.Count ? "; the others are run now" : "";
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{before} of them were done before{others}."));
        }

        output.Flush();
    }

    private int Finish(Sweep sweep, SweepFolder folder)
    {
        int done = folder.Table.Count;
        bool whole = done == sweep.Networks.Count;
        List<string> files = [SweepFiles.Definition, SweepFiles.Table];
        if (done > 0)
        {
            SweepPlots plots = new(models, Folder);
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
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Stopped: {done} of {sweep.Networks.Count} networks are done. "
                + $"The same command goes on with the others."));
        }

        output.WriteLine($"In {Folder}: {string.Join(", ", files)}");
        return whole ? ExitCodes.Success : ExitCodes.Interrupted;
    }

}
