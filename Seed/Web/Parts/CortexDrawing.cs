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

    private const double Aside = 13;
    private const double Bend = 14;

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

    /// <summary>Distance of texts from the middle of a thin pathway.</summary>
    public const double Reach = Aside + Bend + 9;

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
        double gap1 = Layout.Radius[pathway.From] + 6, gap2 = Layout.Radius[pathway.To] + 6;
        double aside = pathway.HasFeedback ? (Layout.IsDense ? 5 : Aside) : 0;
        double bend = pathway.HasFeedback ? (Layout.IsDense ? 5 : Bend) : 0;
        DrawnArrow up = DrawnArrow.Between(x1, y1, gap1, x2, y2, gap2, aside, bend, Width(weights.NormW));
        DrawnArrow? down = pathway.HasFeedback
            ? DrawnArrow.Between(x2, y2, gap2, x1, y1, gap1, aside, bend, Width(weights.NormB))
            : null;
        return new DrawnPathway(
            up, down, (x1 + x2) / 2, (y1 + y2) / 2, Text("|W|", weights.NormW), Text("|B|", weights.NormB),
            weights.Angle, Delays(pathway));

        double Width(double norm) => double.IsFinite(norm) && largest > 0 ? 1.5 + (6 * norm / largest) : 2;
    }

    private static string Text(string name, double norm) =>
        double.IsFinite(norm) ? string.Create(CultureInfo.InvariantCulture, $"{name} {norm:G3}") : "";

    private string Delays(Pathway pathway)
    {
        if (!pathway.HasFeedback)
            return "";
        (int up, int down) = (_links.DelayUp[pathway], _links.DelayDown[pathway]);
        return up == 0 && down == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"↑ {up} ↓ {down} ticks");
    }
}

/// <summary>A pathway in the drawing of a cortex.</summary>
/// <param name="Up">Its arrow up.</param>
/// <param name="Down">Its arrow down; null without feedback.</param>
/// <param name="X">Middle across.</param>
/// <param name="Y">Middle down.</param>
/// <param name="NormUp">Norm of W as text; empty for none.</param>
/// <param name="NormDown">Norm of B as text; empty for none.</param>
/// <param name="Angle">Angle between W^T and B, degrees; NaN for none.</param>
/// <param name="Delays">Delays of its links as text; empty for none.</param>
internal sealed record DrawnPathway(
    DrawnArrow Up, DrawnArrow? Down, double X, double Y, string NormUp, string NormDown, double Angle, string Delays)
{
    /// <summary>Where texts to its left end.</summary>
    public double Left => X - (CortexDrawing.Reach + (Down?.Width ?? 0) / 2);

    /// <summary>Where texts to its right begin.</summary>
    public double Right => X + CortexDrawing.Reach + (Up.Width / 2);
}
