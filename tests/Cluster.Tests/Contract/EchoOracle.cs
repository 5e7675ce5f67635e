using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Toolkit;
using PalActors.Echo;
using PalActors.Messages.Plan;

namespace PalActors.Cluster.Tests.Contract;

/// <summary>The toy network as a plain loop over its equation, from the history of all mixes.</summary>
internal static class EchoOracle
{
    // Ticks from a mix to the emission that carries it.
    private const int Memory = 3;

    /// <summary>The mixes of all areas after each tick up to one; area 0 has none.</summary>
    /// <param name="plan">The network.</param>
    /// <param name="delay">Delay of every link between areas, ticks.</param>
    /// <param name="ticks">The last tick.</param>
    public static double[][][] Run(NetworkPlan plan, int delay, long ticks)
    {
        NetworkServices services = new(plan, SpareThreads.None);
        IPresentations inputs = services.BuildInputs(), targets = services.BuildTargets();
        double[] shown = new double[inputs.Width], target = new double[targets.Width];
        double[][][] mixes = new double[ticks + 1][][];
        mixes[0] = [.. plan.Layers.Select(neurons => new double[neurons])];
        ScheduleCursor cursor = new(plan.Schedule);
        for (long tick = 1; tick <= ticks; tick++)
        {
            cursor.MoveTo(tick);
            int phase = plan.Schedule.IndexOf(tick);
            int presentation = (int)((tick - cursor.Phase.FirstTick) / cursor.Phase.PresentationTicks);
            inputs.Fill(phase, presentation, shown);
            targets.Fill(phase, presentation, target);
            double[][] heard = mixes[Math.Max(0, tick - delay - Memory)];
            mixes[tick] =
            [
                .. mixes[tick - 1].Select((x, area) => area == 0 ? x : Next(plan, x, area, heard, shown, target)),
            ];
        }

        return mixes;
    }

    private static double[] Next(
        NetworkPlan plan, double[] x, int area, double[][] heard, double[] shown, double[] target)
    {
        double below = Mean(area == 1 ? shown : heard[area - 1]);
        double above = Mean(area == plan.Graph.Count - 1 ? target : heard[area + 1]);
        return [.. x.Select((value, i) => EchoArea.Mix(value, below + i, above))];
    }

    private static double Mean(double[] values)
    {
        double sum = 0;
        foreach (double value in values)
            sum += value;
        return sum / values.Length;
    }
}
