using System.Globalization;
using PalActors.Web.Charts;
using Plotly.Blazor;
using Plotly.Blazor.LayoutLib;
using Plotly.Blazor.Traces;
using Plotly.Blazor.Traces.ScatterLib;

namespace PalActors.Web.Parts;

/// <summary>A figure in the words of plotly.js.</summary>
internal static class PlotlyFigure
{
    private const int TextSize = 12;

    private static readonly string[] s_dashes = ["solid", "dash", "dot", "dashdot", "longdash"];

    // Blue and orange on either side of the ground: colour-blind people tell them apart.
    private static readonly string[][] s_signedOnLight =
        [["0", "#005A9C"], ["0.25", "#67A9CF"], ["0.5", "#F7F7F7"], ["0.75", "#F4A261"], ["1", "#B14A00"]];

    private static readonly string[][] s_signedOnDark =
        [["0", "#7CC7F5"], ["0.25", "#2B7DB4"], ["0.5", "#101A21"], ["0.75", "#C2661C"], ["1", "#FFB574"]];

    // Axes that count no further than this have a mark for every whole number.
    private const int MostMarks = 14;

    /// <summary>Axes, colours and legend.</summary>
    public static Layout Layout(Figure figure, bool isDark)
    {
        string text = Look.Text(isDark), grid = Look.Grid(isDark);
        HeatMark? heat = figure.Marks.OfType<HeatMark>().FirstOrDefault();
        XAxis across = new()
        {
            Title = new Plotly.Blazor.LayoutLib.XAxisLib.Title
            {
                Text = figure.Across,
                Standoff = 8,
                Font = new Plotly.Blazor.LayoutLib.XAxisLib.TitleLib.Font { Size = TextSize },
            },
            GridColor = grid,
            ZeroLineColor = grid,
            ShowGrid = heat is null,
            ZeroLine = heat is null,
            AutoMargin = Plotly.Blazor.LayoutLib.XAxisLib.AutoMarginFlag.True,
            DTick = HasEveryMark(figure, heat) ? 1 : null,
        };
        YAxis up = new()
        {
            Title = new Plotly.Blazor.LayoutLib.YAxisLib.Title
            {
                Text = figure.Up,
                Standoff = 8,
                Font = new Plotly.Blazor.LayoutLib.YAxisLib.TitleLib.Font { Size = TextSize },
            },
            GridColor = grid,
            ZeroLineColor = grid,
            ShowGrid = heat is null,
            ZeroLine = heat is null,
            AutoMargin = Plotly.Blazor.LayoutLib.YAxisLib.AutoMarginFlag.True,
            DTick = heat is { Rows.Length: <= MostMarks } ? 1 : null,
        };
        if (figure.Range is { } range)
            up.Range = [range.Low, range.High];
        if (heat is not null)
            up.AutoRange = Plotly.Blazor.LayoutLib.YAxisLib.AutoRangeEnum.Reversed;
        if (heat?.Names is not null)
        {
            across.Type = Plotly.Blazor.LayoutLib.XAxisLib.TypeEnum.Category;
            up.Type = Plotly.Blazor.LayoutLib.YAxisLib.TypeEnum.Category;
        }

        if (figure.IsSquare)
        {
            up.ScaleAnchor = "x";
            up.Constrain = Plotly.Blazor.LayoutLib.YAxisLib.ConstrainEnum.Domain;
            across.Constrain = Plotly.Blazor.LayoutLib.XAxisLib.ConstrainEnum.Domain;
        }

        bool hasLegend = figure.Marks.Count(mark => mark is LineMark { IsInLegend: true }) > 1;
        return new Layout
        {
            PaperBgColor = Look.Surface(isDark),
            PlotBgColor = Look.Surface(isDark),
            Font = new Font { Color = text, Size = TextSize, Family = "system-ui, Segoe UI, Roboto, Arial, sans-serif" },
            Margin = new Margin { L = 48, R = 14, T = hasLegend ? 30 : 12, B = 40 },
            HoverMode = heat is null && figure.Counts ? HoverModeEnum.XUnified : HoverModeEnum.Closest,
            HoverLabel = new Plotly.Blazor.LayoutLib.HoverLabel
            {
                BgColor = Look.Surface(isDark),
                BorderColor = grid,
                Font = new Plotly.Blazor.LayoutLib.HoverLabelLib.Font { Color = text },
            },
            ModeBar = new ModeBar { BgColor = "rgba(0,0,0,0)", Color = "#8795A0", ActiveColor = text },
            ShowLegend = hasLegend,
            // Above the curves, so that it never lies on them or on the label of the axis.
            Legend =
            [
                new Legend
                {
                    Orientation = Plotly.Blazor.LayoutLib.LegendLib.OrientationEnum.H,
                    X = 0,
                    XAnchor = Plotly.Blazor.LayoutLib.LegendLib.XAnchorEnum.Left,
                    Y = 1.02m,
                    YAnchor = Plotly.Blazor.LayoutLib.LegendLib.YAnchorEnum.Bottom,
                    TraceOrder = Plotly.Blazor.LayoutLib.LegendLib.TraceOrderFlag.Normal,
                    BgColor = "rgba(0,0,0,0)",
                },
            ],
            XAxis = [across],
            YAxis = [up],
            BarGap = 0.06m,
            // Zoom stays while values are added.
            UiRevision = figure.Title,
            Shapes = [.. figure.Marks.OfType<LevelMark>().Select(level => Level(level, text))],
        };
    }

    private static bool HasEveryMark(Figure figure, HeatMark? heat) => heat is not null
        ? heat.Across is null && heat.Rows.Length > 0 && heat.Rows[0].Length <= MostMarks
        : figure.Counts && figure.Marks.OfType<LineMark>().SelectMany(line => line.X).DefaultIfEmpty(0).Max()
            is >= 1 and <= MostMarks;

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

    private static Shape Level(LevelMark level, string color) => new()
    {
        Type = Plotly.Blazor.LayoutLib.ShapeLib.TypeEnum.Line,
        XRef = "paper",
        X0 = 0,
        X1 = 1,
        YRef = "y",
        Y0 = level.Value,
        Y1 = level.Value,
        Line = new Plotly.Blazor.LayoutLib.ShapeLib.Line { Color = color, Width = 1, Dash = "dot" },
        Label = new Plotly.Blazor.LayoutLib.ShapeLib.Label
        {
            Text = level.Name,
            TextPosition = Plotly.Blazor.LayoutLib.ShapeLib.LabelLib.TextPositionEnum.End,
        },
    };

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
