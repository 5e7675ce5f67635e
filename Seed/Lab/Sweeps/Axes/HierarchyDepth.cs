using System.Globalization;
using PalActors.Areas.Contract.Parameters;
using PalActors.Lab.Experiments;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Sweeps.Axes;

/// <summary>Changes of an experiment to hierarchies of another depth.</summary>
/// <remarks>
/// Hidden areas are as large as the experiment's first one. Parameters that it gives area by area are spread: each
/// hidden area has the value of the first one, the top area that of the top.
/// </remarks>
internal static class HierarchyDepth
{
    /// <summary>The changes that give an experiment this depth, of the same keys at every depth.</summary>
    /// <param name="option">The option that asked for it, for error messages.</param>
    /// <param name="experiment">The experiment, with at least one hidden area.</param>
    /// <param name="depth">Number of areas, the input included; 3 or more.</param>
    public static IReadOnlyList<Override> Changes(string option, Experiment experiment, int depth)
    {
        int hidden = depth - 2;
        int[] layers =
            [experiment.Layers[0], .. Enumerable.Repeat(experiment.Layers[1], hidden), experiment.Layers[^1]];
        IEnumerable<(string Key, PlanOption Option)> own =
            experiment.Parameters.Select(parameter => (parameter.Name, parameter));
        IEnumerable<(string Key, PlanOption Option)> variants = experiment.Variants.SelectMany(
            variant => variant.Overrides.Select(parameter => ($"models.{variant.Label}.{parameter.Name}", parameter)));
        ParameterTable table = experiment.Keys.Parameters;
        return
        [
            new Override(option, "layers", List(layers.Select(size => size.ToString(CultureInfo.InvariantCulture)))),
            .. own.Concat(variants)
                .Where(one => one.Option.Values.Length > 1 && IsPerArea(table, one.Option))
                .Select(one => new Override(option, one.Key, List(Spread(table, one.Option, hidden)))
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
