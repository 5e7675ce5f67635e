using PalActors.Areas.Toolkit.Inputs;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Circuits;

/// <content>Steps of a tick, numbered by the points of FORMAT section 4.</content>
public sealed partial class ForwardCircuit
{
    /// <summary>Point 1 of a step for the pyramidal cells; their error only where the rule will read it.</summary>
    /// <param name="flags">What acts in the tick.</param>
    public void LookAhead(TickFlags flags)
    {
        if (_rule.ReadsError(flags))
            Pyramidal.LookAhead(Basal);
        else
            Pyramidal.LookAhead();
    }

    /// <inheritdoc cref="IForwardInput.Lookahead"/>
    public int Lookahead(long tick) => _input.Lookahead(tick);

    /// <inheritdoc cref="IForwardInput.Foresee"/>
    public void Foresee(int ahead, ReadOnlySpan<double> rates) => _input.Foresee(ahead, rates);

    /// <summary>Basal sums from the new rates and W as it stands, then the update of W.</summary>
    /// <param name="tick">The last complete tick.</param>
    /// <param name="flags">What acts in the tick.</param>
    /// <param name="rates">Rates of the area below.</param>
    /// <param name="isHeld">Whether they are those of the previous tick too.</param>
    public void Pass(long tick, TickFlags flags, ReadOnlySpan<double> rates, bool isHeld)
    {
        _rule.Prepare(this, flags, _w.Update);
        _input.Pass(tick, RateBelow, rates, isHeld, Basal);
    }

    /// <summary>Keeps the rates from below for the next tick, as the last part of a tick.</summary>
    /// <param name="rates">Rates of the area below.</param>
    public void Keep(ReadOnlySpan<double> rates) => rates[..RateBelow.Length].CopyTo(RateBelow);
}
