using System.Globalization;
using System.Text.RegularExpressions;
using ScottPlot;

namespace PalActors.Lab.Plots;

/// <summary>Dashed lines of vector graphics.</summary>
/// <remarks>
/// The drawing library writes no dashes into SVG. So a dashed line is drawn solid there, with a width whose last digit
/// tells its pattern, and gets its dashes in the text.
/// </remarks>
internal static partial class VectorDashes
{
    private const double Digit = 0.001;

    // The digit is the place in the list, from 1.
    private static readonly (LinePattern Pattern, string Dashes)[] s_patterns =
    [
        (LinePattern.Dashed, "10 10"), (LinePattern.Dotted, "3 5"), (LinePattern.DenselyDashed, "6 6"),
    ];

    /// <summary>Makes the lines of a plot solid, with widths that tell their patterns.</summary>
    public static void Mark(Plot plot)
    {
        IEnumerable<IHasLine> lines = plot.PlottableList.OfType<IHasLine>().Concat(plot.Legend.ManualItems);
        foreach (IHasLine line in lines)
        {
            int pattern = Array.FindIndex(s_patterns, one => one.Pattern.Equals(line.LinePattern)) + 1;
            if (pattern == 0)
                continue;
            line.LinePattern = LinePattern.Solid;
            line.LineWidth = (float)(Math.Round(line.LineWidth, 1) + (pattern * Digit));
        }
    }

    /// <summary>Gives dashes to lines that were marked.</summary>
    public static string Draw(string svg) => StrokeWidth().Replace(svg, found =>
    {
        double width = double.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture);
        double plain = Math.Round(width, 1);
        int pattern = (int)Math.Round((width - plain) / Digit);
        return pattern < 1 || pattern > s_patterns.Length
            ? found.Value
            : string.Create(
                CultureInfo.InvariantCulture,
                $"stroke-width=\"{plain}\" stroke-dasharray=\"{s_patterns[pattern - 1].Dashes}\"");
    });

    [GeneratedRegex("stroke-width=\"([0-9.]+)\"")]
    private static partial Regex StrokeWidth();
}
