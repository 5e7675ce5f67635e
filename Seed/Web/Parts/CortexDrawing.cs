using System.Globalization;
using System.Text;
using PalActors.Areas.Contract.Links;
using PalActors.Messages.Plan;
using PalActors.Web.Charts;
using PalActors.Web.Data;

namespace PalActors.Web.Parts;

/// <summary>What the drawing of a cortex shows: areas with their neurons, pathways with their weights.</summary>
internal sealed class CortexDrawing
{
    // As many as a browser moves with ease.
    private const int MostDots = 2400;
    private const int MostDotsOfArea = 220;
    private const int Shades = 8;
    private const double GoldenAngle = 2.399963229728653;

    private readonly AreaGraph _graph;
    private readonly LinkOptions _links;
    private readonly NetworkSample? _sample;

    /// <summary>Draws a network.</summary>
    /// <param name="plan">The network.</param>
    /// <param name="sample">A state of it; null for none.</param>
    public CortexDrawing(NetworkPlan plan, NetworkSample? sample)
    {
        _graph = plan.Graph;
        _links = LinkOptions.Of(plan);
        _sample = sample;
        Layout = new CortexLayout(_graph);
        double largest = 0;
        PathwayWeights[] weights =
            [.. _graph.Pathways.Select(one => sample is null ? new PathwayWeights(null, null)
                : PathwayWeights.Of(sample, one))];
        foreach (PathwayWeights one in weights)
            largest = Math.Max(largest, Math.Max(Or(one.NormW), Or(one.NormB)));
        Pathways = [.. _graph.Pathways.Select((one, i) => Draw(one, weights[i], largest))];

        static double Or(double value) => double.IsFinite(value) ? value : 0;
    }

    /// <summary>Places of the areas.</summary>
    public CortexLayout Layout { get; }

    /// <summary>The pathways.</summary>
    public IReadOnlyList<DrawnPathway> Pathways { get; }

    /// <summary>Neurons of an area as dots, a path per shade of its rates; a single one without a sample.</summary>
    public IEnumerable<(int Shade, string Path)> Dots(int area)
    {
        int cells = _graph.Cells[area];
        int count = Math.Min(cells, Math.Min(MostDotsOfArea, Math.Max(7, MostDots / _graph.Count)));
        double[]? rates = _sample?.Find(area, "r")?.Values is { Length: > 0 } values ? values : null;
        (double low, double high) = rates is null ? (0, 1) : (rates.Min(), rates.Max());
        StringBuilder[] paths = [.. Enumerable.Range(0, Shades).Select(_ => new StringBuilder())];
        double radius = Layout.Radius[area] * 0.8;
        for (int i = 0; i < count; i++)
        {
            double away = count == 1 ? 0 : radius * Math.Sqrt((i + 0.5) / count), turn = i * GoldenAngle;
            int shade = 3;
            if (rates is not null)
            {
                double rate = rates[(int)((long)i * rates.Length / count)];
                shade = high > low ? (int)Math.Round((Shades - 1) * (rate - low) / (high - low)) : Shades / 2;
            }

            double x = Layout.X[area] + (away * Math.Cos(turn)), y = Layout.Y[area] + (away * Math.Sin(turn));
            paths[Math.Clamp(shade, 0, Shades - 1)].Append(CultureInfo.InvariantCulture, $"M{x:F1} {y:F1}h0");
        }

        return paths.Select((path, shade) => (shade, path.ToString())).Where(one => one.Item2.Length > 0);
    }

    private DrawnPathway Draw(Pathway pathway, PathwayWeights weights, double largest)
    {
        (double x1, double y1) = (Layout.X[pathway.From], Layout.Y[pathway.From]);
        (double x2, double y2) = (Layout.X[pathway.To], Layout.Y[pathway.To]);
        double length = Math.Max(1, Math.Sqrt(((x2 - x1) * (x2 - x1)) + ((y2 - y1) * (y2 - y1))));
        (double dx, double dy) = ((x2 - x1) / length, (y2 - y1) / length);
        double gap1 = Layout.Radius[pathway.From] + 5, gap2 = Layout.Radius[pathway.To] + 9;
        double aside = pathway.HasFeedback ? (Layout.IsDense ? 5 : 12) : 0;
        double bend = pathway.HasFeedback ? (Layout.IsDense ? 5 : 14) : 0;
        string up = Arrow(x1 + (dx * gap1), y1 + (dy * gap1), x2 - (dx * gap2), y2 - (dy * gap2), aside, bend);
        string down = !pathway.HasFeedback ? "" : Arrow(
            x2 - (dx * (gap2 - 4)), y2 - (dy * (gap2 - 4)), x1 + (dx * (gap1 + 4)), y1 + (dy * (gap1 + 4)), aside,
            bend);
        return new DrawnPathway(
            up, down, Width(weights.NormW), Width(weights.NormB), (x1 + x2) / 2, (y1 + y2) / 2, weights.Angle,
            Texts(pathway, weights));

        double Width(double norm) => double.IsFinite(norm) && largest > 0 ? 1.5 + (6 * norm / largest) : 2;
    }

    // Each direction bends to its own right.
    private static string Arrow(double x1, double y1, double x2, double y2, double aside, double bend)
    {
        double length = Math.Max(1, Math.Sqrt(((x2 - x1) * (x2 - x1)) + ((y2 - y1) * (y2 - y1))));
        (double nx, double ny) = (-(y2 - y1) / length, (x2 - x1) / length);
        (double mx, double my) = ((x1 + x2) / 2, (y1 + y2) / 2);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"M{x1 + (nx * aside):F1} {y1 + (ny * aside):F1}"
            + $"Q{mx + (nx * (aside + bend)):F1} {my + (ny * (aside + bend)):F1} "
            + $"{x2 + (nx * aside):F1} {y2 + (ny * aside):F1}");
    }

    private IReadOnlyList<string> Texts(Pathway pathway, PathwayWeights weights)
    {
        List<string> texts = [];
        if (double.IsFinite(weights.NormW))
            texts.Add(string.Create(CultureInfo.InvariantCulture, $"|W| {weights.NormW:G3}"));
        if (double.IsFinite(weights.NormB))
            texts.Add(string.Create(CultureInfo.InvariantCulture, $"|B| {weights.NormB:G3}"));
        if (double.IsFinite(weights.Angle))
            texts.Add(string.Create(CultureInfo.InvariantCulture, $"∠ {weights.Angle:F1}°"));
        if (pathway.HasFeedback && (_links.DelayUp[pathway], _links.DelayDown[pathway]) is var (up, down)
            && (up > 0 || down > 0))
        {
            texts.Add(string.Create(CultureInfo.InvariantCulture, $"{up} ↑ {down} ↓ ticks"));
        }

        return texts;
    }
}

/// <summary>A pathway in the drawing of a cortex.</summary>
/// <param name="Up">Path of its arrow up.</param>
/// <param name="Down">Path of its arrow down; empty without feedback.</param>
/// <param name="WidthUp">Width of the arrow up.</param>
/// <param name="WidthDown">Width of the arrow down.</param>
/// <param name="X">Middle across.</param>
/// <param name="Y">Middle down.</param>
/// <param name="Angle">Angle between W^T and B, degrees; NaN for none.</param>
/// <param name="Texts">What is written beside it.</param>
internal sealed record DrawnPathway(
    string Up, string Down, double WidthUp, double WidthDown, double X, double Y, double Angle,
    IReadOnlyList<string> Texts);
