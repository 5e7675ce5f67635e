using System.Globalization;
using PalActors.Web.Charts;
using Plotly.Blazor;
using Plotly.Blazor.Traces;
using Plotly.Blazor.Traces.ScatterLib;

namespace PalActors.Web.Parts;

/// <summary>What a figure shows, in the words of plotly.js.</summary>
internal static class PlotlyFigure
{
    private static readonly string[] s_dashes = ["solid", "dash", "dot", "dashdot", "longdash"];

    // Blue and orange on either side of the ground: colour-blind people tell them apart.
    private static readonly string[][] s_signedOnLight =
        [["0", "#005A9C"], ["0.25", "#67A9CF"], ["0.5", "#F7F7F7"], ["0.75", "#F4A261"], ["1", "#B14A00"]];

    private static readonly string[][] s_signedOnDark =
        [["0", "#7CC7F5"], ["0.25", "#2B7DB4"], ["0.5", "#101A21"], ["0.75", "#C2661C"], ["1", "#FFB574"]];

    /// <summary>What is drawn.</summary>
    public static IList<ITrace> Traces(Figure figure, bool isDark) =>
        [.. figure.Marks.SelectMany(mark => Traces(mark, isDark))];

    private static IEnumerable<ITrace> Traces(Mark mark, bool isDark) => mark switch
    {
        LineMark line => [Line(line, isDark)],
        BandMark band => Band(band, isDark),
        PointMark points => [Points(points, isDark)],
        BarMark bars => [Bars(bars, isDark)],
        HeatMark heat => [Heat(heat, isDark)],
        _ => [],
    };

    private static Scatter Line(LineMark line, bool isDark) => new()
    {
        Name = line.Name,
        X = Values(line.X),
        Y = Values(line.Y),
        Mode = line.HasPoints ? ModeFlag.Lines | ModeFlag.Markers : ModeFlag.Lines,
        ShowLegend = line.IsInLegend,
        Opacity = (decimal)line.Opacity,
        Line = new Plotly.Blazor.Traces.ScatterLib.Line
        {
            Color = Look.Ink(line.Ink, isDark),
            Width = (decimal)line.Width,
            Dash = s_dashes[line.Pattern % s_dashes.Length],
        },
        HoverInfo = line.IsInLegend ? null : HoverInfoFlag.Skip,
    };

    private static IEnumerable<ITrace> Band(BandMark band, bool isDark)
    {
        // The second line fills the room down to the first.
        yield return Edge(band.Low, FillEnum.None);
        yield return Edge(band.High, FillEnum.ToNextY);

        Scatter Edge(double[] values, FillEnum fill) => new()
        {
            X = Values(band.X),
            Y = Values(values),
            Mode = ModeFlag.Lines,
            Line = new Plotly.Blazor.Traces.ScatterLib.Line { Width = 0 },
            Fill = fill,
            FillColor = Clear(Look.Ink(band.Ink, isDark), 0.2),
            ShowLegend = false,
            HoverInfo = HoverInfoFlag.Skip,
        };
    }

    private static Scatter Points(PointMark points, bool isDark) => new()
    {
        Name = points.Name,
        X = Values(points.X),
        Y = Values(points.Y),
        Mode = ModeFlag.Markers,
        Marker = new Marker { Color = Look.Ink(points.Ink, isDark), Size = 5, Opacity = 0.5m },
    };

    private static Bar Bars(BarMark bars, bool isDark) => new()
    {
        Name = bars.Name,
        X = Values(bars.X),
        Y = Values(bars.Y),
        Marker = new Plotly.Blazor.Traces.BarLib.Marker { Color = Look.Ink(bars.Ink, isDark) },
    };

    private static HeatMap Heat(HeatMark heat, bool isDark)
    {
        double largest = heat.Rows.SelectMany(row => row).Where(double.IsFinite).Select(Math.Abs)
            .DefaultIfEmpty(1).Max();
        return new HeatMap
        {
            Name = heat.Name,
            Z = heat.Rows.Select(object (row) => Values(row)).ToList(),
            X = heat.Names is { } names ? [.. names.Take(heat.Rows[0].Length)]
                : heat.Across is { } across ? Values(across)
                : null,
            Y = heat.Names is { } down ? [.. down.Take(heat.Rows.Length)] : null,
            TextTemplate = heat.ShowsValues ? "%{z}" : null,
            XGap = heat.ShowsValues ? 2 : null,
            YGap = heat.ShowsValues ? 2 : null,
            ShowScale = !heat.ShowsValues,
            HoverOnGaps = false,
            ColorScale = heat.IsSigned ? isDark ? s_signedOnDark : s_signedOnLight : "Cividis",
            ZMin = heat.IsSigned ? (decimal)-largest : null,
            ZMax = heat.IsSigned ? (decimal)largest : null,
            ColorBar = new Plotly.Blazor.Traces.HeatMapLib.ColorBar { Thickness = 10, OutlineWidth = 0 },
        };
    }

    // The interchange format has no numbers that are not finite: they are gaps.
    private static List<object> Values(double[] values) =>
        [.. values.Select(object (value) => double.IsFinite(value) ? value : null!)];

    private static string Clear(string hex, double alpha)
    {
        int color = int.Parse(hex.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return string.Create(
            CultureInfo.InvariantCulture, $"rgba({color >> 16},{(color >> 8) & 255},{color & 255},{alpha})");
    }
}
