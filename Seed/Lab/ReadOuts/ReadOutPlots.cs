using PalActors.Lab.Experiments;
using PalActors.Lab.Plots;
using PalActors.Lab.Results;

namespace PalActors.Lab.ReadOuts;

/// <summary>Accuracy of read-outs against epoch, a panel per read-out and a curve per model.</summary>
internal static class ReadOutPlots
{
    /// <summary>Draws the figure.</summary>
    /// <param name="path">The file.</param>
    /// <param name="experiment">Name of the experiment.</param>
    /// <param name="rows">Accuracies.</param>
    /// <param name="published">Published accuracies at the end, in %, by model; of the read-out <c>sgd</c>.</param>
    /// <returns>False if there are no accuracies.</returns>
    public static bool Draw(
        string path,
        string experiment,
        IReadOnlyList<ReadOutRow> rows,
        IReadOnlyDictionary<string, double> published)
    {
        if (rows.Count == 0)
            return false;
        List<EpochPlot> panels = [];
        try
        {
            foreach (IGrouping<string, ReadOutRow> readOut in rows.GroupBy(row => row.ReadOut))
                panels.Add(Panel(experiment, readOut, published));
            EpochPlot.SaveGrid(path, panels, columns: panels.Count);
            return true;
        }
        finally
        {
            foreach (EpochPlot panel in panels)
                panel.Dispose();
        }
    }

    private static EpochPlot Panel(
        string experiment, IGrouping<string, ReadOutRow> rows, IReadOnlyDictionary<string, double> published)
    {
        EpochPlot plot = new($"{experiment}: read-out '{rows.Key}' of area {rows.First().Area}", "accuracy / %");
        int color = 0;
        double highest = 100 * rows.Max(row => row.Accuracy);
        foreach (IGrouping<string, ReadOutRow> model in rows.GroupBy(row => row.Model))
        {
            Curve curve = new(
                model.Key,
                [
                    .. model.GroupBy(row => row.Seed).Select(IReadOnlyList<EpochValue> (seed) =>
                        [.. seed.Select(row => new EpochValue(row.Epoch, 100 * row.Accuracy))]),
                ]);
            plot.Add(curve, color++);
            if (rows.Key == ReadOutNames.Sgd && published.TryGetValue(model.Key, out double value))
            {
                plot.Mark(value, $"{model.Key}, published {value:0.0}");
                highest = Math.Max(highest, value);
            }
        }

        plot.Frame(0, Math.Ceiling((highest + 5) / 10) * 10);
        return plot;
    }
}
