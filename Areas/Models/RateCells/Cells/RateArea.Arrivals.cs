using System.Runtime.InteropServices;
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
            Take(below, _below);
        else if (IsNew(tick))
            new BatchOf<T>(_options.Below.Cells, _parameters.Batch).FromSamples(below.Part(0), _below);
    }

    private void TakeAbove(Arrival above) => Take(above, _above);

    private void TakeTarget(in TickContext tick, Arrival target)
    {
        if (IsNew(tick))
            _output!.Present(target.Part(0));
    }

    // A presentation begins, or the area was restored within one.
    private bool IsNew(in TickContext tick)
    {
        long first = tick.Tick - tick.PresentationTick + 1;
        if (_presented == first)
            return false;
        _presented = first;
        return true;
    }

    // Emission 0 is the state before tick 1, in which everything is zero.
    private static void Take(Arrival from, T[] to)
    {
        if (from.Chosen > 0)
            MemoryMarshal.Cast<double, T>(from.Part(0))[..to.Length].CopyTo(to);
        else
            Array.Clear(to);
    }
}
