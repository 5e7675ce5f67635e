using System.Globalization;
using PalActors.Lab.Experiments;

namespace PalActors.Lab.Plots;

/// <summary>The horizontal axis of delays: logarithmic, yet with 0 on it.</summary>
/// <remarks>
/// A label gives the delay of a link in ticks, in ms, and relative to the correlation time of the noise and to the
/// presentation, unless the study varies that.
/// </remarks>
internal sealed class DelayAxis : IDelayAxis
{
    // Labels nearer to each other than this would overlap.
    private const double MinimumDistance = 0.13;

    /// <summary>An axis for these delays, in ticks.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="delays">The delays.</param>
    /// <param name="hasOnePresentation">Whether a sample is shown for the same time at all points.</param>
    public DelayAxis(Experiment experiment, IEnumerable<int> delays, bool hasOnePresentation = true)
    {
        double dt = Step(experiment);
        double presentation = Constant(experiment, "Tpres");
        // Learning models without noise have no such parameter either.
        string? correlation =
            experiment.Parameters.FirstOrDefault(one => one.Name == experiment.Cells.CorrelationTime)?.Name;
        List<(string Name, Func<int, double> Value)> lines = [("ms", delay => delay * dt)];
        if (correlation is not null)
            lines.Add(($"d/{correlation}", delay => delay / TicksOf(experiment, correlation, dt)));
        if (hasOnePresentation)
            lines.Add(("d/Tpres", delay => delay * dt / presentation));
        Label = $"delay d of a link: {string.Join(" | ", lines.Select(line => line.Name).Prepend("ticks"))}\n"
            + IDelayAxis.RoundTrip;
        List<(double Position, string Label)> ticks = [];
        foreach (int delay in delays.Distinct().Order())
        {
            if (ticks.Count > 0 && Position(delay) - ticks[^1].Position < MinimumDistance)
                continue;
            IEnumerable<string> values =
                lines.Select(line => line.Value(delay).ToString("G3", CultureInfo.InvariantCulture));
            string first = delay.ToString(CultureInfo.InvariantCulture);
            ticks.Add((Position(delay), string.Join('\n', values.Prepend(first))));
        }

        Ticks = ticks;
    }

    /// <inheritdoc/>
    /// <remarks>It explains the lines of each tick's label.</remarks>
    public string Label { get; }

    /// <inheritdoc/>
    public IReadOnlyList<(double Position, string Label)> Ticks { get; }

    /// <summary>Euler step, ms.</summary>
    public static double Step(Experiment experiment) => Constant(experiment, "dt");

    /// <inheritdoc/>
    public double Position(int delay, double presentation) => Position(delay);

    private static double Position(int delay) => Math.Log10(1.0 + delay);

    // A time in ticks, of the first area where each has its own.
    private static double TicksOf(Experiment experiment, string name, double dt) =>
        Constant(experiment, name) / (experiment.Keys.Parameters.Find(name)!.Unit == "ticks" ? 1 : dt);

    private static double Constant(Experiment experiment, string name) => double.Parse(
        experiment.Parameters.First(parameter => parameter.Name == name).Values[0], CultureInfo.InvariantCulture);
}
