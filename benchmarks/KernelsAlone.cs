using System.Diagnostics;
using PalActors.Areas.Toolkit.Inputs;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Messages.Plan;

namespace PalActors.Benchmarks;

/// <summary>Runs only the passes over the synapses of a PAL network, on one thread.</summary>
/// <remarks>
/// Per area these are W with its low-passed update, and in hidden areas P, B and Q, in the order in which an area makes
/// them. The rest of a network's time is cells, noise, messages and schedule. W of area 1 is in its lazy form, as in
/// the area: its input changes every 100 ticks.
/// </remarks>
internal sealed class KernelsAlone
{
    private const int PresentationTicks = 100;

    private readonly List<(PlasticProjection Projection, double[] Rates, double[] Sums, bool Add)> _passes = [];
    private readonly HeldInput _held;
    private readonly double[] _heldSums;
    private double[] _shown;
    private double[] _next;

    public KernelsAlone(int[] layers)
    {
        PlasticProjection first = Projection(layers[1], layers[0], UpdateForm.LowPassed);
        _held = new HeldInput(first, first.Update.Keep);
        _heldSums = Padding.Align(layers[1]);
        (_shown, _next) = (Padding.Align(layers[0]), Padding.Align(layers[0]));
        Array.Fill(_shown, 0.5);
        Array.Fill(_next, 0.25);
        for (int area = 1; area < layers.Length; area++)
        {
            if (area > 1)
                Add(layers[area], layers[area - 1], UpdateForm.LowPassed);
            if (area == layers.Length - 1)
                continue;
            Add(layers[area + 1], layers[area], UpdateForm.Hebbian);
            Add(layers[area], layers[area + 1], UpdateForm.Decaying);
            Add(layers[area], layers[area + 1], UpdateForm.Hebbian, add: true);
        }
    }

    /// <summary>Computes as many ticks as a plan has.</summary>
    /// <returns>The microseconds that they took.</returns>
    public double Run(NetworkPlan plan)
    {
        long start = Stopwatch.GetTimestamp();
        for (long tick = 0; tick < plan.Schedule.EndTick; tick++)
        {
            if (tick % PresentationTicks == 0)
            {
                _held.Change(_shown, _next, _heldSums);
                (_shown, _next) = (_next, _shown);
            }
            else
            {
                _held.Step(_heldSums);
            }

            foreach ((PlasticProjection projection, double[] rates, double[] sums, bool add) in _passes)
                projection.Pass(rates, sums, add);
        }

        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }

    private static PlasticProjection Projection(int rows, int columns, UpdateForm form)
    {
        PlasticProjection projection = new(rows, columns, lowPass: form == UpdateForm.LowPassed);
        // Values are small enough to stay finite for any length, and large enough that none becomes subnormal.
        Array.Fill(projection.Update.Post, 1e-9);
        Array.Fill(projection.Update.Pre, 0.5);
        projection.Update.Keep = 0.9999;
        projection.Update.Decay = 1e-9;
        projection.Update.Form = form;
        return projection;
    }

    private void Add(int rows, int columns, UpdateForm form, bool add = false)
    {
        double[] rates = Padding.Align(columns);
        Array.Fill(rates, 0.5);
        // Q has a sum of its own here: what is measured is the pass, and its result is unused.
        _passes.Add((Projection(rows, columns, form), rates, Padding.Align(rows), add));
    }
}
