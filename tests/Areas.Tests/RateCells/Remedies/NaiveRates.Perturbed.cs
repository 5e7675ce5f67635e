using PalActors.Areas.Models.RateCells.Parameters;

namespace PalActors.Areas.Tests.RateCells.Remedies;

/// <content>Lesions, rules that rest, and parameters that change.</content>
internal sealed partial class NaiveRates
{
    // A copy in which the cells that are silent in a tick have 0.
    private double[][] Silenced(double[][] values, int area, int tick) => Each(values, (_, i, value) =>
        _given.Perturbations.Any(one => one.Area == area && one.Acts(tick) && one.Cells.Contains(i)) ? 0 : value);

    // Nothing arrives along a pathway that is cut, known by its lower area.
    private double[][] Arriving(int lower, int tick, double[][] values) =>
        _given.Perturbations.Any(one => one.Pathway == lower && one.Rule.Length == 0 && one.Acts(tick))
            ? Each(values, (_, _, _) => 0)
            : values;

    private bool Rests(string rule, int lower, int tick) => _given.Perturbations.Any(one => one.Pathway == lower
        && (one.Rule == rule ? one.Acts(tick) : one.Rule.Length == 0 && (one.Acts(tick) || one.Acts(tick - 1))));

    private RateAreaOptions Of(int area, int tick) => tick >= _given.ChangeTick
        ? _given.Changed(_parameters.Areas[area])
        : _parameters.Areas[area];
}
