using System.Numerics;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Areas.Toolkit.States;

namespace PalActors.Areas.Models.RateCells.Remedies;

/// <summary>Remedies that act on an area, one or more: each takes what the one before it gives.</summary>
/// <typeparam name="T">double or float.</typeparam>
/// <param name="parts">The remedies, in this order.</param>
internal sealed class RemedyChain<T>(params AreaRemedy<T>[] parts)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Remedies of an area in the order of <see cref="RemedyTable"/>; null if none acts there.</summary>
    public static RemedyChain<T>? Of(RateParameters parameters, int area)
    {
        AreaRemedy<T>[] parts =
        [
            .. parameters.ActingRemedies.Select(remedy => remedy.OnArea<T>(parameters, area)).OfType<AreaRemedy<T>>(),
        ];
        return parts.Length == 0 ? null : new RemedyChain<T>(parts);
    }

    /// <inheritdoc cref="AreaRemedy{T}.Below"/>
    public T[] Below(T[] rates)
    {
        foreach (AreaRemedy<T> part in parts)
            rates = part.Below(rates);
        return rates;
    }

    /// <inheritdoc cref="AreaRemedy{T}.Slopes"/>
    public T[] Slopes(T[] slopes)
    {
        foreach (AreaRemedy<T> part in parts)
            slopes = part.Slopes(slopes);
        return slopes;
    }

    /// <inheritdoc cref="AreaRemedy{T}.Positions"/>
    public T[] Positions(T[] positions)
    {
        foreach (AreaRemedy<T> part in parts)
            positions = part.Positions(positions);
        return positions;
    }

    /// <inheritdoc cref="AreaRemedy{T}.Noise"/>
    public T[] Noise(T[] noise)
    {
        foreach (AreaRemedy<T> part in parts)
            noise = part.Noise(noise);
        return noise;
    }

    /// <inheritdoc cref="AreaRemedy{T}.Describe"/>
    public void Describe(StateMap state)
    {
        foreach (AreaRemedy<T> part in parts)
            part.Describe(state);
    }
}
