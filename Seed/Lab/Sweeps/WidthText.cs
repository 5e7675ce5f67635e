using System.Globalization;
using System.Text;

namespace PalActors.Lab.Sweeps;

/// <summary>The file width.md: medians, networks that diverged, and the cells needed for an accuracy.</summary>
internal static class WidthText
{
    /// <summary>The text of the file.</summary>
    /// <param name="definition">The study.</param>
    /// <param name="measure">Name of the accuracy.</param>
    /// <param name="networks">Its networks, so far.</param>
    public static string Of(SweepDefinition definition, string measure, IReadOnlyList<WidthNetwork> networks)
    {
        StringBuilder text = new();
        string accuracy = WidthNetwork.Describe(measure);
        text.Append(CultureInfo.InvariantCulture, $"# Width: {definition.Experiment.Name}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Medians over seeds of the {accuracy} at the end, with quartiles ");
        text.Append("from three seeds on; in parentheses the number of seeds where there are fewer than elsewhere. ");
        text.Append("Networks that diverged are left out and counted. Columns are numbers of cells of a hidden ");
        text.Append("area. 'palactors plot' makes this file from sweep.csv.\n");
        foreach (IGrouping<int, WidthNetwork> areas in networks.GroupBy(network => network.Areas))
        {
            string title = WidthNetwork.Name(areas.Key);
            WidthNetwork[] measured = [.. areas.Where(network => double.IsFinite(network.Accuracy))];
            if (measured.Length > 0)
            {
                int most = measured.GroupBy(network => (network.Size, network.Model)).Max(point => point.Count());
                WriteSizes(
                    text, $"{title}: {accuracy}, %", measured,
                    at => StudyTable.Cell(at.Select(one => 100 * one.Accuracy), most, StudyTable.Tenths));
                WriteNeeded(text, title, accuracy, measured);
            }

            if (areas.Any(HasDiverged))
            {
                WriteSizes(
                    text, $"{title}: networks that diverged", [.. areas],
                    at => string.Create(CultureInfo.InvariantCulture, $"{at.Count(HasDiverged)} of {at.Count()}"));
            }
        }

        return text.ToString();
    }

    // A column per size, a row per model.
    private static void WriteSizes(
        StringBuilder text, string title, WidthNetwork[] networks, Func<IEnumerable<WidthNetwork>, string> cell)
    {
        int[] sizes = [.. networks.Select(network => network.Size).Distinct().Order()];
        text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n");
        StudyTable.WriteHead(text, [.. sizes.Select(size => size.ToString(CultureInfo.InvariantCulture))]);
        foreach (IGrouping<string, WidthNetwork> model in networks.GroupBy(network => network.Model))
        {
            ILookup<int, WidthNetwork> bySize = model.ToLookup(network => network.Size);
            StudyTable.WriteRow(
                text, model.Key, sizes.Select(size => bySize.Contains(size) ? cell(bySize[size]) : ""));
        }
    }

    private static void WriteNeeded(StringBuilder text, string title, string accuracy, WidthNetwork[] networks)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## {title}: cells of a hidden area needed\n\n");
        text.Append(CultureInfo.InvariantCulture, $"The smallest size of the study whose median {accuracy} ");
        text.Append("reaches it; in parentheses where a straight line over the logarithm of the size, from the size ");
        text.Append("before, does.\n\n");
        StudyTable.WriteHead(text, [.. CellsNeeded.Goals.Select(goal => $"{Percent(goal)} %")]);
        foreach (IGrouping<string, WidthNetwork> model in networks.GroupBy(network => network.Model))
            StudyTable.WriteRow(text, model.Key, CellsNeeded.Goals.Select(goal => CellsNeeded.Of(model, goal)));
    }

    private static string Percent(double share) => (100 * share).ToString("0.#", CultureInfo.InvariantCulture);

    private static bool HasDiverged(WidthNetwork network) => network.DivergedAt is not null;
}
