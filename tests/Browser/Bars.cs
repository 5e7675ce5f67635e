using System.Globalization;

namespace PalActors.Browser;

/// <summary>Values that are measured, and the bars that they must keep on a machine that does nothing else.</summary>
/// <remarks>
/// <c>scripts/browser-check --bars</c> asks for the bars; without it values are only told, since a busy machine keeps
/// no times.
/// </remarks>
internal static class Bars
{
    private static readonly bool s_hold = Environment.GetEnvironmentVariable("PALACTORS_BARS") is { Length: > 0 };

    /// <summary>Tells what was measured.</summary>
    public static void Tell(FormattableString text)
    {
        if (Environment.GetEnvironmentVariable("PALACTORS_MEASURED") is { Length: > 0 } file)
            File.AppendAllLines(file, [text.ToString(CultureInfo.InvariantCulture)]);
    }

    /// <summary>Tells a value, and fails if it is beyond its bar and bars are asked for.</summary>
    /// <param name="what">What was measured.</param>
    /// <param name="value">The value.</param>
    /// <param name="most">The bar.</param>
    /// <param name="unit">Their unit.</param>
    public static void AtMost(string what, double value, double most, string unit)
    {
        FormattableString line = $"{what}: {value:0.00} {unit} (bar {most} {unit})";
        Tell(line);
        Assert.True(!s_hold || value <= most, line.ToString(CultureInfo.InvariantCulture));
    }
}
