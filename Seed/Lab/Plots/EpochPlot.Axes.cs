using System.Globalization;
using ScottPlot;

namespace PalActors.Lab.Plots;

/// <content>Axes, and the place of the legend.</content>
internal sealed partial class EpochPlot
{
    private static readonly Alignment[] s_corners =
    [
        Alignment.LowerLeft, Alignment.LowerRight, Alignment.UpperLeft, Alignment.UpperRight,
        Alignment.MiddleLeft, Alignment.MiddleRight,
    ];

    /// <summary>Shows another horizontal axis than epochs.</summary>
    /// <remarks>The epochs of curves are then positions on it.</remarks>
    /// <param name="label">Its label.</param>
    /// <param name="ticks">Positions and their labels.</param>
    public void ShowAcross(string label, IEnumerable<(double Position, string Label)> ticks)
    {
        ScottPlot.TickGenerators.NumericManual generator = new();
        foreach ((double position, string text) in ticks)
            generator.AddMajor(position, text);
        _plot.Axes.Bottom.TickGenerator = generator;
        _plot.XLabel(label, 15);
    }

    /// <summary>Shows the vertical axis as powers of ten: the values are logarithms.</summary>
    public void ShowPowersOfTen() => _plot.Axes.Left.TickGenerator =
        new ScottPlot.TickGenerators.NumericAutomatic
        {
            IntegerTicksOnly = true,
            LabelFormatter = exponent => string.Create(CultureInfo.InvariantCulture, $"1e{exponent:0}"),
        };

    /// <summary>Sets the axes and shows the legend, in another corner if it would cover fewer points there.</summary>
    /// <param name="low">Lower end of the vertical axis.</param>
    /// <param name="high">Upper end.</param>
    /// <param name="legend">Corner of the legend.</param>
    public void Frame(double low, double high, Alignment legend)
    {
        Limit(low, high);
        _plot.ShowLegend(Corner(low, high, legend));
    }

    /// <summary>Corner where the legend covers the fewest points, the preferred one among equals.</summary>
    /// <param name="low">Lower end of the vertical axis.</param>
    /// <param name="high">Upper end.</param>
    /// <param name="preferred">The preferred corner.</param>
    public Alignment Corner(double low, double high, Alignment preferred)
    {
        // Shares of the plot that a legend takes, about.
        double height = 0.04 + (0.045 * _plot.Legend.ManualItems.Count);
        double width = 0.1 + (0.009 * _plot.Legend.ManualItems.Max(item => item.LabelText.Length));
        double last = Math.Max(_lastEpoch, double.Epsilon);
        (double X, double Y)[] shares = [.. _points.Select(point => (point.X / last, (point.Y - low) / (high - low)))];
        return s_corners.Prepend(preferred).MinBy(corner => shares.Count(at => Covers(corner, at.X, at.Y)));

        bool Covers(Alignment corner, double x, double y) =>
            (corner is Alignment.LowerLeft or Alignment.MiddleLeft or Alignment.UpperLeft ? x <= width : x >= 1 - width)
            && corner switch
            {
                Alignment.LowerLeft or Alignment.LowerRight => y <= height,
                Alignment.UpperLeft or Alignment.UpperRight => y >= 1 - height,
                _ => Math.Abs(y - 0.5) <= height / 2,
            };
    }

    /// <summary>Sets the axes and shows the legend beside the plot, where many curves leave no room in it.</summary>
    /// <param name="low">Lower end of the vertical axis.</param>
    /// <param name="high">Upper end.</param>
    public void FrameBeside(double low, double high)
    {
        Limit(low, high);
        _plot.ShowLegend(Edge.Right);
    }

    private void Limit(double low, double high)
    {
        // A run that was stopped at once has epoch 0 only: the axis must not have length 0.
        double right = _lastEpoch > 0 ? _lastEpoch : 1;
        _plot.Axes.SetLimits(-0.02 * right, 1.02 * right, low, high);
    }
}
