using PalActors.Messages.Plan;
using static PalActors.Lab.Experiments.YamlText;

namespace PalActors.Lab.Experiments;

/// <summary>Writes the key <c>record</c>.</summary>
internal static class RecordWriter
{
    /// <summary>The key's value as YAML in one line, which reads back as the same.</summary>
    public static string Write(IEnumerable<RecordingPlan> record, AreaGraph graph) =>
        List(record.Select(plan => Write(plan, graph)));

    private static string Write(RecordingPlan plan, AreaGraph graph)
    {
        List<string> items = [$"observable: {plan.Observable}"];
        if (plan.Areas.Length > 0)
            items.Add($"area: {OneOrList([.. plan.Areas.Select(graph.Name)])}");
        if (plan.Neurons.Length > 0)
            items.Add($"neurons: {OneOrList(Ranges(plan.Neurons))}");
        if (plan.Ticks.Length > 0)
            items.Add($"ticks: {List(plan.Ticks.Select(Number))}");
        else if (plan.Every > 0)
            items.Add($"every: {Number(plan.Every)}");
        return $"{{{string.Join(", ", items)}}}";
    }
}
