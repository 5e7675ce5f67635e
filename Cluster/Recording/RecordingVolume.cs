using PalActors.Areas.Contract.Models;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Recording;

/// <summary>How much a recording hands out, to bound what is on its way to the disk.</summary>
public static class RecordingVolume
{
    /// <summary>Values that may be on their way in one horizon: 64 MB.</summary>
    public const long MostValues = 8 << 20;

    /// <summary>The longest horizon with which no more than that are on their way; at least one tick.</summary>
    public static long LongestHorizon(NetworkPlan plan, IAreaModel cells)
    {
        double perTick = 0;
        foreach (RecordingPlan recording in plan.Recordings)
        {
            if (cells.Observables.FirstOrDefault(one => one.Name == recording.Observable) is not { } observable)
                continue;
            // Listed ticks may follow each other: as if there were a record in each.
            double every = recording.Ticks.Length > 0 ? 1 : recording.Every;
            foreach (int area in recording.Areas)
            {
                ObservableShape shape = cells.ShapeOf(plan, observable, area);
                int rows = recording.Neurons.Length > 0 ? recording.Neurons.Length : shape.Rows;
                // One for the tick itself.
                perTick += (1 + ((double)rows * shape.Columns)) / every;
            }
        }

        return perTick == 0 ? long.MaxValue : (long)Math.Clamp(MostValues / perTick, 1, long.MaxValue / 2);
    }
}
