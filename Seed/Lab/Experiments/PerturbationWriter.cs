using PalActors.Messages.Plan;
using static PalActors.Lab.Experiments.YamlText;

namespace PalActors.Lab.Experiments;

/// <summary>Writes the keys <c>lesion</c> and <c>freeze</c>.</summary>
internal static class PerturbationWriter
{
    /// <summary>The value of a key as YAML in one line, which reads back as the same; null without entries.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="key">The key.</param>
    public static string? Write(Experiment experiment, string key)
    {
        string prefix = key + ".";
        string[] entries =
        [
            .. experiment.Perturbations.Where(one => one.Key.StartsWith(prefix, StringComparison.Ordinal))
                .Select(one => $"{one.Key[prefix.Length..]}: {{{string.Join(", ", Items(one, experiment.Graph))}}}"),
        ];
        return entries.Length == 0 ? null : $"{{{string.Join(", ", entries)}}}";
    }

    private static IEnumerable<string> Items(Perturbation one, AreaGraph graph)
    {
        if (one.Rules.Length > 0)
            yield return $"rule: {OneOrList(one.Rules)}";
        if (one.Area is { } area)
            yield return $"area: {graph.Name(area)}";
        if (one.Pathway is { } ends)
            yield return $"pathway: {graph.Name(ends.From)}-{graph.Name(ends.To)}";
        if (one.Neurons.Length > 0)
            yield return $"neurons: {OneOrList(Ranges(one.Neurons))}";
        if (one.Share is { } share)
            yield return $"share: {RealText.ForYaml(RealText.Shortest(share))}";
        if (one.Seed is { } seed)
            yield return $"seed: {Number(seed)}";
        if (one.Epochs is { } epochs)
            yield return $"epochs: {Range(epochs)}";
        if (one.Ticks is { } ticks)
            yield return $"ticks: {Range(ticks)}";
    }

    private static string Range((long First, long Last) range) =>
        range.First == range.Last ? Number(range.First) : $"{Number(range.First)}-{Number(range.Last)}";
}
