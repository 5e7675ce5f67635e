using PalActors.Areas.Contract;

namespace PalActors.Areas.Models.RateCells.Cells;

/// <content>Takes what arrives into arrays of the area.</content>
internal sealed partial class RateArea<T>
{
    private readonly TracedValues<T>? _traced;
    private readonly T[] _transported;

    private void TakeBelow(in TickContext tick, Arrival below)
    {
        if (Index > 1)
            _below.Take(below);
        else if (IsNew(tick, ref _shown))
            TakeInput(below.Part(0), tick.PresentationTick == 1);
    }

    // Direct errors come from the top itself.
    private void TakeAbove(in TickContext tick, Arrival above)
    {
        _above!.Take(above);
        if (!_parameters.IsDirectFeedback && (_perturbation?.IsCutAbove(tick.Tick) ?? false))
            Array.Clear(_above.Values);
    }

    private void TakeTarget(in TickContext tick, Arrival target)
    {
        if (IsNew(tick, ref _aimed))
            _output!.Present(target.Part(0));
    }

    private void TakeInput(ReadOnlySpan<double> samples, bool isFirst)
    {
        if (isFirst)
            _held?.Complete();
        new BatchOf<T>(_options.Below.Cells, _parameters.Batch).FromSamples(samples, _below.Values);
        _held?.Begin(isFirst);
    }

    // A presentation begins, or the area was restored within one.
    private static bool IsNew(in TickContext tick, ref long presented)
    {
        long first = tick.Tick - tick.PresentationTick + 1;
        if (presented == first)
            return false;
        presented = first;
        return true;
    }
}
