using System.Globalization;
using PalActors.Areas.Contract.Parameters;
using PalActors.Lab.Experiments;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Sweeps.Axes;

/// <summary>Changes of an experiment to hierarchies with other hidden areas.</summary>
/// <remarks>
/// Parameters that it gives area by area are spread: each hidden area has the value of the first one, the top area that
/// of the top.
/// </remarks>
internal static class HierarchyShape
{
    /// <summary>The changes that give an experiment these hidden areas, of the same keys for all of them.</summary>
    /// <param name="option">The option that asked for it, for error messages.</param>
    /// <param name="experiment">The experiment, with at least one hidden area.</param>
    /// <param name="hidden">Number of hidden areas.</param>
    /// <param name="size">Cells of each.</param>
    /// <param name="keepsOwn">Keeps values area by area where the experiment has as many hidden areas.</param>
    public static IReadOnlyList<Override> Changes(
        string option, Experiment experiment, int hidden, int size, bool keepsOwn = false)
    {
        bool isOwn = keepsOwn && experiment.Graph.Hidden.Count == hidden;
        int[] layers = [experiment.Layers[0], .. Enumerable.Repeat(size, hidden), experiment.Layers[^1]];
        IEnumerable<(string Key, PlanOption Option)> own =
            experiment.Parameters.Select(parameter => (parameter.Name, parameter));
        IEnumerable<(string Key, PlanOption Option)> variants = experiment.Variants.SelectMany(
            variant => variant.Overrides.Select(parameter => ($"models.{variant.Label}.{parameter.Name}", parameter)));
        ParameterTable table = experiment.Keys.Parameters;
        return
        [
            new Override(option, "layers", List(layers.Select(cells => cells.ToString(CultureInfo.InvariantCulture)))),
            .. own.Concat(variants)
                .Where(one => one.Option.Values.Length > 1 && IsPerArea(table, one.Option))
                .Select(one => new Override(
                    option, one.Key, List(isOwn ? one.Option.Values : Spread(table, one.Option, hidden)))
                {
                    IsDerived = true,
                }),
        ];
    }

    private static bool IsPerArea(ParameterTable table, PlanOption option) =>
        table.Find(option.Name)!.Scope.HasSeveral();

    private static IEnumerable<string> Spread(ParameterTable table, PlanOption option, int hidden)
    {
        IEnumerable<string> values = Enumerable.Repeat(option.Values[0], hidden);
        bool hasTop = table.Find(option.Name)!.Scope is ParameterScope.Cortical or ParameterScope.Pathway;
        return hasTop ? values.Append(option.Values[^1]) : values;
    }

    private static string List(IEnumerable<string> items) => $"[{string.Join(", ", items)}]";
}
