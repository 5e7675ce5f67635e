using System.Numerics;
using PalActors.Areas.Models.RateCells.Cells;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Areas.Toolkit.States;

namespace PalActors.Areas.Models.RateCells.Remedies;

/// <summary>Remedy <c>noise_lag</c>: which noise the rule of B correlates with the rates from above.</summary>
/// <remarks>
/// Now: that of the tick. Lagged: that of a round trip ago, whose echo comes from above; before tick 1 it was 0.
/// </remarks>
/// <typeparam name="T">double or float.</typeparam>
/// <param name="parameters">The network.</param>
/// <param name="area">The area.</param>
/// <param name="size">Cells that the noise is of, and slots.</param>
internal sealed class NoiseLag<T>(RateParameters parameters, int area, BatchOf<T> size)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Lagged<T>? _past = parameters.NoiseLag(area) is > 0 and int ticks
        ? new Lagged<T>(size, ticks)
        : null;

    /// <summary>Takes the noise of a tick, and gives the noise that is correlated.</summary>
    /// <remarks>To be called once per tick.</remarks>
    public T[] Of(T[] noise) => _past?.Exchange(noise) ?? noise;

    /// <summary>Adds its ring to a state.</summary>
    public void Describe(StateMap state) => _past?.Describe("xi_past", state);
}
