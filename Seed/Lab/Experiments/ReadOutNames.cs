using PalActors.Areas.Contract.Models;
using PalActors.Areas.Toolkit.Readouts;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Experiments;

/// <summary>The read-outs of the narrowest area, and what they and figures of weights need of a network.</summary>
internal static class ReadOutNames
{
    /// <summary>Multinomial logistic regression.</summary>
    public const string Logistic = "logistic";

    /// <summary>The paper's stochastic gradient, a mean over shuffles.</summary>
    public const string Sgd = "sgd";

    /// <summary>The area whose filters are drawn.</summary>
    public const int Filtered = 1;

    /// <summary>All of them, the default of autoencoders.</summary>
    public static IReadOnlyList<string> All { get; } = [Logistic, Sgd];

    /// <summary>The narrowest area between input and top; of several the lowest.</summary>
    public static int Area(int[] layers) =>
        Enumerable.Range(1, Math.Max(1, layers.Length - 2)).MinBy(area => layers[area]);

    /// <summary>What is recorded of a network for its read-outs, its reconstructions, and its filters.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="plan">A network of it.</param>
    public static IEnumerable<RecordingPlan> Recordings(Experiment experiment, NetworkPlan plan)
    {
        long[] ticks = [.. EncodingTicks.Of(plan).Select(end => end.Tick)];
        if (ticks.Length == 0)
            return [];
        long[] ends = [.. EncodingTicks.EndsOf(plan).Select(end => end.Tick)];
        IEncodingModel? encoding = experiment.ReadOuts.Count > 0 ? experiment.Cells as IEncodingModel : null;
        IEnumerable<RecordingPlan> read = encoding is null ? [] : Encoded(encoding, plan, ticks, ends);
        return experiment.Cells is IFilterModel cells
            && cells.FiltersOf(plan, Filtered) is { } filters
            && encoding?.EncodedBy.Contains(filters.Observable) != true
                ? [.. read, new RecordingPlan(filters.Observable, [Filtered], [], 0, ends)]
                : read;
    }

    /// <summary>Checks whether read-outs of an experiment's networks are possible.</summary>
    public static bool Suit(IAreaModel cells, NetworkPlan plan) =>
        cells is IEncodingModel encoding && encoding.CanEncode(plan, Area(plan.Layers));

    private static IEnumerable<RecordingPlan> Encoded(
        IEncodingModel cells, NetworkPlan plan, long[] ticks, long[] ends)
    {
        int read = Area(plan.Layers), top = plan.Layers.Length - 1;
        foreach (string observable in cells.EncodedBy)
        {
            yield return new RecordingPlan(observable, [.. Enumerable.Range(1, read)], [], 0, ticks);
            if (cells.CanEncode(plan, top))
                yield return new RecordingPlan(observable, [.. Enumerable.Range(read + 1, top - read)], [], 0, ends);
        }
    }
}
