using PalActors.Areas.Contract.Perturbations;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Areas.Models.RateCells.Perturbations;

namespace PalActors.Areas.Models.RateCells.Cells;

/// <content>Lesions, frozen rules, and parameters that vary from epoch to epoch.</content>
internal sealed partial class RateArea<T>
{
    // Null where nothing is perturbed, or nothing varies.
    private readonly RatePerturbation<T>? _perturbation;
    private readonly Timeline<PerArea>? _varying;

    private Timeline<PerArea>? Varying() => _parameters.Later.Count == 0
        ? null
        : new Timeline<PerArea>(
            [(0, Of(_parameters.Areas)), .. _parameters.Later.Select(later => (later.FirstTick, Of(later.Areas)))]);

    private PerArea Of(Contract.Parameters.PerArea<RateAreaOptions> areas) => new(areas[Index], _feedback is null
        ? null
        : areas[_parameters.IsDirectFeedback ? _parameters.Top : Index + 1]);

    // Noise of a tick is prepared before the tick before is settled, so what the rules need changes later.
    private void AdaptNoise(long tick)
    {
        if (_varying?.At(tick) is not { } now)
            return;
        _noise?.Adapt(now.Own.Sigma);
        _pool?.Noise?.Adapt(now.Own.PoolSigma);
    }

    // After a presentation that ends has taught what it summed.
    private void AdaptRates(long tick)
    {
        if (_varying?.At(tick) is not { } now)
            return;
        _forward.Adapt(now.Own.EtaW);
        if (now.Above is { } above)
            _feedback!.Adapt(above.EtaB, above.Reg);
    }

    private void Silence(long tick)
    {
        _perturbation?.Silence(tick, _cells.Rates);
        _perturbation?.Silence(tick, _cells.Derivatives);
    }

    private sealed record PerArea(RateAreaOptions Own, RateAreaOptions? Above);
}
