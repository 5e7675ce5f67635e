using System.Globalization;

namespace PalActors.Lab.Plots;

/// <summary>A linear axis of the delay of a link over the time that a sample is shown.</summary>
/// <param name="dt">Euler step, ms.</param>
/// <param name="points">Delays in ticks with presentation times in ms.</param>
internal sealed class PresentationAxis(double dt, IEnumerable<(int Delay, double Presentation)> points) : IDelayAxis
{
    private const int MostTicks = 11;

    private static readonly double[] s_steps = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100];

    /// <inheritdoc/>
    public string Label => $"delay d of a link over presentation time, d/Tpres\n{IDelayAxis.RoundTrip}";

    /// <inheritdoc/>
    public IReadOnlyList<(double Position, string Label)> Ticks { get; } = [.. Places(dt, [.. points])];

    /// <inheritdoc/>
    public double Position(int delay, double presentation) => delay * dt / presentation;

    private static IEnumerable<(double Position, string Label)> Places(
        double dt, (int Delay, double Presentation)[] points)
    {
        double last = points.Max(point => point.Delay * dt / point.Presentation);
        double step = s_steps.FirstOrDefault(one => last / one < MostTicks, last);
        for (int i = 0; i * step <= last * 1.0001 && i < MostTicks; i++)
            yield return (i * step, (i * step).ToString("G3", CultureInfo.InvariantCulture));
    }
}
