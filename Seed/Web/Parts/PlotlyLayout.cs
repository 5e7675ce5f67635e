using PalActors.Web.Charts;
using Plotly.Blazor;
using Plotly.Blazor.LayoutLib;

namespace PalActors.Web.Parts;

/// <summary>Axes, colours and legend of a figure, in the words of plotly.js.</summary>
internal static class PlotlyLayout
{
    private const int TextSize = 12;
    private const string TextFamily = "system-ui, Segoe UI, Roboto, Arial, sans-serif";

    // Axes that count no further than this have a mark for every whole number.
    private const int MostMarks = 14;

    /// <summary>The layout of a figure.</summary>
    public static Layout Of(Figure figure, bool isDark)
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
            Font = new Font { Color = text, Size = TextSize, Family = TextFamily },
            Margin = new Margin { L = 48, R = 14, T = hasLegend ? 30 : 12, B = 40 },
            HoverMode = heat is null && figure.Counts ? HoverModeEnum.XUnified : HoverModeEnum.Closest,
            HoverLabel = new HoverLabel
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
}
