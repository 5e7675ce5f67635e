using PalActors.Areas.Contract.Models;
using PalActors.Lab.Plots;
using PalActors.Lab.Results;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;
using PalActors.Web.Data;

namespace PalActors.Web.Charts;

/// <summary>Figures of measures against epoch: a line per seed, median and quartiles over seeds.</summary>
internal static class CurveFigures
{
    // More curves than this tell nobody anything.
    private const int MostPlaces = 8;
    private const int MostPoints = 600;

    /// <summary>The figures of runs, side by side, of all measures that have values.</summary>
    public static IReadOnlyList<Figure> Of(IReadOnlyList<ViewedRun> runs)
    {
        Group[] groups = [.. runs.SelectMany(run => GroupsOf(run, runs.Count > 1))];
        return [.. Measures(groups).Select(metric => Draw(metric, groups)).OfType<Figure>()];
    }

    /// <summary>The figures of one network.</summary>
    public static IReadOnlyList<Figure> Of(NetworkRecord network)
    {
        Group[] alone = [new(network.Plan.Label, [network], [network.AllSeries()])];
        return [.. Measures(alone).Select(metric => Draw(metric, alone)).OfType<Figure>()];
    }

    private static IEnumerable<Group> GroupsOf(ViewedRun run, bool several) =>
        run.Networks.GroupBy(network => network.Plan.Label).Select(model => new Group(
            several ? $"{run.Name}, {model.Key}" : model.Key,
            [.. model],
            [.. model.Select(network => network.AllSeries())]));

    // Evaluations first, then the measure that the model shows beside them, then its other panels.
    private static IEnumerable<MetricDescriptor> Measures(IReadOnlyList<Group> groups)
    {
        NetworkRecord[] networks = [.. groups.SelectMany(group => group.Networks)];
        IEnumerable<MetricDescriptor> cells = networks.SelectMany(network => network.Cells.Metrics);
        return networks.Select(network => network.Validation).OfType<MetricDescriptor>()
            .Concat(cells.Where(metric => metric.Headline is not null))
            .Concat(cells.Where(metric => metric.Panel is not null))
            .DistinctBy(metric => metric.Name);
    }

    private static Figure? Draw(MetricDescriptor metric, IReadOnlyList<Group> groups)
    {
        MetricFigure texts = metric.Headline?.Figure ?? metric.Panel
            ?? new MetricFigure(metric.Form == MetricForm.Share ? "validation accuracy" : metric.Label, AxisOf(metric));
        double scale = metric.Form == MetricForm.Share ? 100 : 1;
        List<Mark> marks = [];
        string note = "";
        for (int g = 0; g < groups.Count; g++)
        {
            Group group = groups[g];
            AreaGraph graph = group.Networks[0].Graph;
            MetricPlace[] all = [.. metric.Places(graph).Where(place => group.Has(metric.Name, place))];
            MetricPlace[] places = Chosen(all);
            if (places.Length < all.Length)
                note = $"{places.Length} of {all.Length} are shown";
            for (int i = 0; i < places.Length; i++)
            {
                string place = graph.Describe(places[i]);
                string name = place.Length == 0 ? group.Name
                    : groups.Count == 1 ? place
                    : $"{group.Name}, {place}";
                Curve curve = group.Curve(name, metric.Name, places[i]).Times(scale);
                // A colour per model and a pattern per area; a single model has a colour per area.
                marks.AddRange(Marks(curve, groups.Count == 1 ? i : g, groups.Count == 1 ? 0 : i));
            }
        }

        if (marks.Count == 0)
            return null;
        if (metric.Form == MetricForm.Angle)
            marks.Add(new LevelMark("90°: no alignment", 90));
        string[] notes = [BandNote(marks, groups), note];
        return new Figure(Superscript(texts.Title), "epoch", Superscript(texts.Axis))
        {
            Marks = marks,
            Counts = true,
            Note = string.Join("; ", notes.Where(text => text.Length > 0)),
            Range = metric.Form == MetricForm.Angle ? (0, 100) : null,
        };
    }

    private static string BandNote(List<Mark> marks, IReadOnlyList<Group> groups) =>
        !marks.OfType<BandMark>().Any() ? ""
        : groups.Select(group => group.Networks.Length).Distinct().ToArray() is [int seeds]
            ? $"medians of {seeds} seeds, quartiles as a band, seeds as thin lines"
            : "medians, quartiles as a band, seeds as thin lines";

    private static string Superscript(string text) => text.Replace("^T", "ᵀ", StringComparison.Ordinal);

    private static string AxisOf(MetricDescriptor metric) =>
        metric.Form == MetricForm.Share ? "validation accuracy / %"
        : metric.Unit is "1" or "" ? metric.Label
        : $"{metric.Label} / {metric.Unit}";

    private static MetricPlace[] Chosen(MetricPlace[] all) => all.Length <= MostPlaces
        ? all
        : [.. Enumerable.Range(0, MostPlaces).Select(i => all[i * (all.Length - 1) / (MostPlaces - 1)])];

    private static IEnumerable<Mark> Marks(Curve curve, int ink, int pattern)
    {
        if (curve.IsEmpty)
            yield break;
        (double Epoch, Quartiles Value)[] band = [.. Thinned(curve.Band())];
        bool several = band.Length > 0;
        if (several)
        {
            double[] epochs = [.. band.Select(point => point.Epoch)];
            yield return new BandMark(
                "", epochs, [.. band.Select(one => one.Value.Lower)], [.. band.Select(one => one.Value.Upper)], ink);
        }

        for (int seed = 0; seed < curve.Seeds.Count; seed++)
        {
            EpochValue[] values = [.. Thinned(curve.Seeds[seed])];
            yield return new LineMark(
                several ? $"{curve.Name}: a seed" : curve.Name,
                [.. values.Select(value => value.Epoch)],
                [.. values.Select(value => value.Value)],
                ink)
            {
                Pattern = pattern,
                Width = several ? 1 : 2,
                Opacity = several ? 0.35 : 1,
                HasPoints = !several && values.Length <= 60,
                IsInLegend = !several && seed == 0,
            };
        }

        if (several)
        {
            yield return new LineMark(
                curve.Name, [.. band.Select(one => one.Epoch)], [.. band.Select(one => one.Value.Median)], ink)
            {
                Pattern = pattern,
                Width = 3,
            };
        }
    }

    private static IEnumerable<T> Thinned<T>(IReadOnlyList<T> points)
    {
        int step = 1 + (points.Count / MostPoints);
        return points.Where((_, i) => i % step == 0 || i == points.Count - 1);
    }

    private sealed record Group(
        string Name,
        NetworkRecord[] Networks,
        IReadOnlyDictionary<(string Name, MetricPlace Place), List<EpochValue>>[] Series)
    {
        public bool Has(string metric, MetricPlace place) => Series.Any(one => one.ContainsKey((metric, place)));

        public Curve Curve(string name, string metric, MetricPlace place)
        {
            int diverged = Networks.Count(network => network.Divergence is not null);
            string label = diverged == 0 ? name : $"{name}, {diverged} of {Networks.Length} diverged";
            IEnumerable<int> drawn = Enumerable.Range(0, Networks.Length)
                .Where(i => diverged == Networks.Length || Networks[i].Divergence is null);
            return new Curve(
                label,
                [.. drawn.Select(IReadOnlyList<EpochValue> (i) => Series[i].GetValueOrDefault((metric, place)) ?? [])]);
        }
    }
}
