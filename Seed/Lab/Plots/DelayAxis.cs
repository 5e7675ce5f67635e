using System.Globalization;
using PalActors.Lab.Experiments;

namespace PalActors.Lab.Plots;

/// <summary>The horizontal axis of delays: logarithmic, yet with 0 on it.</summary>
/// <remarks>
/// A label gives the delay of a link in ticks, in ms, and relative to the correlation time of the noise and to the
/// presentation.
/// </remarks>
internal sealed class DelayAxis
{
    // Labels nearer to each other than this would overlap.
    private const double MinimumDistance = 0.13;

    /// <summary>An axis for these delays, in ticks.</summary>
    public DelayAxis(Experiment experiment, IEnumerable<int> delays)
    {
        double dt = Constant(experiment, "dt");
        double presentation = Constant(experiment, "Tpres");
        // Learning models without noise have no such parameter either.
        string? correlation =
            experiment.Parameters.FirstOrDefault(one => one.Name == experiment.Cells.CorrelationTime)?.Name;
        double ticksOfNoise = correlation is null ? 0 : TicksOf(experiment, correlation, dt);
        Label = $"delay d of a link: ticks | ms | {(correlation is null ? "" : $"d/{correlation} | ")}d/Tpres\n"
            + "round trip D: d for up or down, 2d for both";
        List<(double Position, string Label)> ticks = [];
        foreach (int delay in delays.Distinct().Order())
        {
            double ms = delay * dt;
            if (ticks.Count > 0 && Position(delay) - ticks[^1].Position < MinimumDistance)
                continue;
            string noise = correlation is null
                ? ""
                : string.Create(CultureInfo.InvariantCulture, $"{delay / ticksOfNoise:G3}\n");
            string label = string.Create(
                CultureInfo.InvariantCulture, $"{delay}\n{ms:G3}\n{noise}{ms / presentation:G3}");
            ticks.Add((Position(delay), label));
        }

        Ticks = ticks;
    }

    /// <summary>Label of the axis, which explains the lines of each tick's label.</summary>
    public string Label { get; }

    /// <summary>Positions of the ticks, and their labels.</summary>
    public IReadOnlyList<(double Position, string Label)> Ticks { get; }

    /// <summary>Position of a delay.</summary>
    /// <param name="delay">The delay, in ticks.</param>
    public static double Position(int delay) => Math.Log10(1.0 + delay);

    // A time in ticks, of the first area where each has its own.
    private static double TicksOf(Experiment experiment, string name, double dt) =>
        Constant(experiment, name) / (experiment.Keys.Parameters.Find(name)!.Unit == "ticks" ? 1 : dt);

    private static double Constant(Experiment experiment, string name) => double.Parse(
        experiment.Parameters.First(parameter => parameter.Name == name).Values[0], CultureInfo.InvariantCulture);
}
