using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Links;
using PalActors.Areas.Contract.Models;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.TestKit;

/// <summary>A network of <see cref="EchoArea"/>.</summary>
/// <param name="plan">The network.</param>
/// <param name="delay">Delay of every link between areas, ticks.</param>
public sealed class EchoNetwork(NetworkPlan plan, int delay = 0) : INetwork
{
    public LinkOptions Links { get; } = new(plan.Layers, [], dt: 0.01);

    public IArea BuildArea(int index) => new EchoArea(plan, index, delay);

    public IPresentations BuildSource(Endpoint source) =>
        new Numbers(plan.Layers[source.Kind == EndpointKind.Target ? ^1 : 0]);

    /// <summary>The states of all areas after a tick, by a plain loop over the equation.</summary>
    public double[][] Oracle(long ticks)
    {
        double[][][] history = new double[ticks + 1][][];
        history[0] = [.. plan.Layers.Select(neurons => new double[neurons])];
        ScheduleCursor cursor = new(plan.Schedule);
        double[] shown = new double[plan.Layers[0]], target = new double[plan.Layers[^1]];
        for (long tick = 1; tick <= ticks; tick++)
        {
            cursor.MoveTo(tick);
            int phase = plan.Schedule.IndexOf(tick);
            int presentation = (int)((tick - cursor.Phase.FirstTick) / cursor.Phase.PresentationTicks);
            new Numbers(shown.Length).Fill(phase, presentation, shown);
            new Numbers(target.Length).Fill(phase, presentation, target);
            // An area emits the state after the tick before.
            double[][] sent = history[Math.Max(0, tick - 1 - delay)];
            history[tick] =
                [.. history[tick - 1].Select((x, area) => area == 0 ? x : Next(x, area, sent, shown, target))];
        }

        return history[ticks];
    }

    private double[] Next(double[] x, int area, double[][] sent, double[] shown, double[] target)
    {
        double below = (area == 1 ? shown : sent[area - 1]).Average();
        double above = (area == plan.Top ? target : sent[area + 1]).Average();
        return [.. x.Select((value, i) => EchoArea.Mix(value, below + i, above))];
    }

    private sealed class Numbers(int width) : IPresentations
    {
        public int Width => width;

        public void Fill(int phase, int presentation, Span<double> values)
        {
            for (int i = 0; i < values.Length; i++)
                values[i] = ((7 * phase) + (3 * presentation) + i) % 5 / 4.0;
        }
    }
}
