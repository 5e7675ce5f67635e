using PalActors.Areas.Toolkit.Projections;
using PalActors.Areas.Toolkit.States;
using PalActors.Messages.Control;

namespace PalActors.Areas.Toolkit.Inputs;

/// <summary>Plastic projection from the area below, in one of its exact forms.</summary>
/// <remarks>
/// All forms compute the same sums and updates and differ in rounding only: every tick on its own, lazily for a
/// stimulus that is held, or in blocks of ticks. What a form keeps besides the matrices is part of an area's state.
/// </remarks>
public interface IForwardInput
{
    /// <summary>Number of ticks after the next one whose rates the next <see cref="Pass"/> needs.</summary>
    /// <param name="tick">The last complete tick.</param>
    int Lookahead(long tick);

    /// <summary>Takes the rates of a later tick.</summary>
    /// <param name="ahead">Ticks after the next one: 1 to <see cref="Lookahead"/>, in this order.</param>
    /// <param name="rates">The rates (columns).</param>
    void Foresee(int ahead, ReadOnlySpan<double> rates);

    /// <summary>Computes the sums of a tick with the weights as they stand, then makes the update.</summary>
    /// <param name="tick">The last complete tick.</param>
    /// <param name="before">Rates of that tick (columns).</param>
    /// <param name="rates">Rates of this tick (columns).</param>
    /// <param name="isHeld">Whether both are the same.</param>
    /// <param name="y">Receives W r (rows, padded).</param>
    void Pass(long tick, ReadOnlySpan<double> before, ReadOnlySpan<double> rates, bool isHeld, double[] y);

    /// <summary>W and its low-passed update D as they stand, to be read until the next tick.</summary>
    /// <param name="rates">Rates of the last complete tick (columns).</param>
    (WeightMatrix W, WeightMatrix? D) Current(ReadOnlySpan<double> rates);

    /// <summary>Names what has accumulated and is not in W and D yet.</summary>
    void Describe(StateMap state);

    /// <summary>Forgets what was derived from a state, since another one was set.</summary>
    void Forget();

    /// <summary>Captured state as it would be without blocks of ticks.</summary>
    /// <param name="state">State of the area.</param>
    /// <param name="rates">Rates of the last complete tick (columns).</param>
    AreaState Unblocked(AreaState state, ReadOnlySpan<double> rates);
}
