using PalActors.Areas.Toolkit.States;

namespace PalActors.Areas.Models.Microcircuit.Remedies;

/// <summary>Remedies that act on a pathway, one or more: each takes what the one before it gives.</summary>
internal sealed class RemedyChain
{
    private readonly PathwayRemedy[] _parts;

    /// <summary>Joins parts in this order.</summary>
    public RemedyChain(params PathwayRemedy[] parts) => _parts = parts;

    /// <summary>Remedies of a pathway in the order of <see cref="RemedyTable"/>; null if none acts there.</summary>
    public static RemedyChain? Of(RemedyPlace place)
    {
        PathwayRemedy[] parts =
        [
            .. RemedyTable.Remedies.Acting(place.Network.Values)
                .Select(remedy => remedy.OnPathway(place))
                .OfType<PathwayRemedy>(),
        ];
        return parts.Length == 0 ? null : new RemedyChain(parts);
    }

    /// <inheritdoc cref="PathwayRemedy.Begin"/>
    public void Begin(double[] above, double[] rate)
    {
        foreach (PathwayRemedy part in _parts)
            part.Begin(above, rate);
    }

    /// <inheritdoc cref="PathwayRemedy.Take"/>
    public void Take(double[] above)
    {
        foreach (PathwayRemedy part in _parts)
            part.Take(above);
    }

    /// <inheritdoc cref="PathwayRemedy.Rate"/>
    public double[] Rate(double[] rate)
    {
        foreach (PathwayRemedy part in _parts)
            rate = part.Rate(rate);
        return rate;
    }

    /// <inheritdoc cref="PathwayRemedy.RatePrevious"/>
    public double[] RatePrevious(double[] rate)
    {
        foreach (PathwayRemedy part in _parts)
            rate = part.RatePrevious(rate);
        return rate;
    }

    /// <inheritdoc cref="PathwayRemedy.Noise"/>
    public double[] Noise(double[] xi)
    {
        foreach (PathwayRemedy part in _parts)
            xi = part.Noise(xi);
        return xi;
    }

    /// <inheritdoc cref="PathwayRemedy.Complete"/>
    /// <remarks>From the last to the first: what a part was given, it keeps before the one before overwrites it.
    /// </remarks>
    public void Complete()
    {
        for (int i = _parts.Length - 1; i >= 0; i--)
            _parts[i].Complete();
    }

    /// <inheritdoc cref="PathwayRemedy.Describe"/>
    public void Describe(StateMap state)
    {
        foreach (PathwayRemedy part in _parts)
            part.Describe(state);
    }
}
