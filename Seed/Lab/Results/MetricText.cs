using System.Globalization;
using PalActors.Areas.Contract.Models;

namespace PalActors.Lab.Results;

/// <summary>Values of metrics as text, by the form of the metric.</summary>
internal static class MetricText
{
    private const double LargestPlain = 1e6;

    /// <summary>A value as progress and short tables show it.</summary>
    public static string Short(MetricForm form, double value) => form switch
    {
        MetricForm.Angle => Text(value, "F1"),
        MetricForm.Share => Text(100 * value, "F2"),
        MetricForm.Ratio => Text(value, value < LargestPlain ? "F3" : "G3"),
        _ => Text(value, "G3"),
    };

    /// <summary>A median with its quartiles, or the median alone of few values.</summary>
    public static string Quartiles(MetricForm form, Quartiles q)
    {
        string format = form switch
        {
            MetricForm.Magnitude => "G3",
            MetricForm.Ratio => q.Upper < LargestPlain ? "F3" : "G3",
            _ => "F2",
        };
        string median = Text(q.Median, format);
        return q.Count < Results.Quartiles.Fewest
            ? median
            : $"{median} [{Text(q.Lower, format)}, {Text(q.Upper, format)}]";
    }

    /// <summary>Unit behind values in a line of progress.</summary>
    public static string Suffix(MetricForm form) => form == MetricForm.Angle ? " deg" : "";

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
