using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Cortex;

/// <content>Steps of a tick, numbered by the points of FORMAT section 4.</content>
public sealed partial class CorticalArea
{
    /// <summary>Number of ticks after the next one whose rates from below the next tick needs.</summary>
    public int Lookahead => Forward.Lookahead(Tick);

    /// <summary>First half of a tick: (1) look-ahead and rates, from this area's own potentials only.</summary>
    /// <param name="flags">What acts in the tick; errors of dendrites are computed where rules will read them.</param>
    /// <param name="up">Receives the rates r for the area above (padded), or empty.</param>
    /// <param name="down">Receives the prospective potentials for the area below (padded), or empty.</param>
    /// <param name="factors">Receives the factors of the last update of W (BP, padded), or empty.</param>
    /// <param name="rateEmission">
    /// Receives, as its first value, the tick of the rates that this update paired with (BP where delays vary), or
    /// empty.
    /// </param>
    public void Emit(
        TickFlags flags,
        Span<double> up,
        Span<double> down,
        Span<double> factors = default,
        Span<double> rateEmission = default)
    {
        if (_emitted)
            throw new InvalidOperationException($"Area {Index} has already emitted tick {Tick + 1}.");
        _emitted = true;
        // Here and below, what needs a result is kept apart from where it is made: the processor works on the next few
        // hundred instructions meanwhile.
        _hidden?.LookAhead(flags);
        Forward.LookAhead(flags);
        if (!up.IsEmpty)
            Pyramidal.Rate.CopyTo(up);
        if (!down.IsEmpty)
            Pyramidal.Prospective.CopyTo(down);
        _sent?.Emit(factors, rateEmission);
    }

    /// <summary>Takes the rates of the area below that a later tick will use.</summary>
    /// <param name="ahead">Ticks after the next one: 1 to <see cref="Lookahead"/>, in this order.</param>
    /// <param name="rates">The rates.</param>
    public void Foresee(int ahead, ReadOnlySpan<double> rates) => Forward.Foresee(ahead, rates);

    /// <summary>Second half of a tick: everything else, with the neighbours' emissions.</summary>
    /// <param name="input">What arrives.</param>
    public void Integrate(in TickInput input)
    {
        if (!_emitted)
            throw new InvalidOperationException($"Area {Index} has not emitted tick {Tick + 1}.");
        _emitted = false;
        // (2, 5, 7) The basal dendrites are the first to be summed: nothing else of the tick depends on apical ones.
        Forward.Pass(Tick, input.Flags, input.RateBelow, input.RateBelowHeld);
        _sent?.Take(Forward.Update, input.RateBelowEmission);
        if (_hidden is not null)
        {
            Transport?.Arrive(Tick + 1, input.Transported);
            _hidden.Integrate(Tick + 1, input.Flags, input.ProspectiveAbove);
        }
        else
        {
            _top!.Integrate(input.Flags, input.PresentationTick, input.PhaseTick);
        }

        if (!input.RateBelowHeld)
            Forward.Keep(input.RateBelow);
        Tick++;
    }
}
