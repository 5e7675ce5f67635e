using System.Globalization;
using ScottPlot;

namespace PalActors.Lab.Plots;

/// <content>Axes, and the place of the legend.</content>
internal sealed partial class EpochPlot
{
    private const string Digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";

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
        _across = label;
        _plot.XLabel(label, LabelSize);
    }

    /// <summary>Shows the vertical axis as powers of ten: the values are logarithms.</summary>
    public void ShowPowersOfTen() => _plot.Axes.Left.TickGenerator =
        new ScottPlot.TickGenerators.NumericAutomatic
        {
            IntegerTicksOnly = true,
            LabelFormatter = exponent => $"10{Superscript((int)Math.Round(exponent))}",
        };

    /// <summary>Sets the axes, and shows the legend outside of them: below, or beside where it is long.</summary>
    /// <param name="low">Lower end of the vertical axis.</param>
    /// <param name="high">Upper end.</param>
    public void Frame(double low, double high)
    {
        Limit(low, high);
        Describe();
        if (IsBeside)
        {
            _plot.ShowLegend(Edge.Right);
            return;
        }

        _plot.Legend.Orientation = RowWidth < PanelWidth - LeftOfAxes ? Orientation.Horizontal : Orientation.Vertical;
        _plot.ShowLegend(Edge.Bottom);
    }

    /// <summary>Sets the axes as <see cref="Frame"/> does, nearer to the values if all are in the upper half.</summary>
    /// <remarks>The label then tells where the axis begins.</remarks>
    /// <param name="low">Lower end of the whole vertical axis.</param>
    /// <param name="high">Upper end.</param>
    /// <param name="lowest">The lowest value that is shown.</param>
    public void FrameNear(double low, double high, double lowest)
    {
        if (lowest > (low + high) / 2)
        {
            low = Math.Floor((lowest - 5) / 10) * 10;
            ShowQuantity(string.Create(CultureInfo.InvariantCulture, $"{_quantity} (axis from {low:0})"));
        }

        Frame(low, high);
    }

    private void ShowQuantity(string text) => _plot.YLabel(text, text.Length > LongLabel ? LabelSize - 3 : LabelSize);

    // Many entries leave no room for the curves above them.
    private bool IsBeside => _plot.Legend.ManualItems.Count > MostBelow;

    // Width of the legend in one row, about.
    private double RowWidth =>
        _plot.Legend.ManualItems.Sum(item => SymbolWidth + (LetterWidth * item.LabelText.Length));

    // What lines and bands are stands once below the axis if it is the same for all curves, else with each.
    private void Describe()
    {
        string[] forms = [.. _curves.Select(one => one.Curve.Form()).Distinct()];
        foreach ((Curve curve, LegendItem item) in _curves)
            item.LabelText = forms.Length > 1 ? curve.Legend() : curve.Name;
        if (forms is [{ Length: > 0 } form])
            _plot.XLabel($"{_across}\n{form}{(_hasThinLines ? ", thin lines: seeds" : "")}", LabelSize);
    }

    private static string Superscript(int number) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture)
            .Select(sign => sign == '-' ? '⁻' : Digits[sign - '0']));

    private void Limit(double low, double high)
    {
        // A run that was stopped at once has epoch 0 only: the axis must not have length 0.
        double right = _lastEpoch > 0 ? _lastEpoch : 1;
        _plot.Axes.SetLimits(-0.02 * right, (_hasEnd ? 1.04 : 1.02) * right, low, high);
    }
}
