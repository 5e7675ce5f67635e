using System.Runtime.CompilerServices;
using PalActors.Areas.Models.Microcircuit.Perturbations;
using PalActors.Areas.Models.Microcircuit.Transport;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Cortex;

/// <content>Steps of a tick, numbered by the points of FORMAT section 4.</content>
public sealed partial class CorticalArea
{
    /// <summary>Number of ticks after the next one whose rates from below the next tick needs.</summary>
    public int Lookahead => Forward.Lookahead(Tick);

    /// <summary>First part of a tick: (1) look-ahead and rates, from this area's own potentials only.</summary>
    /// <param name="flags">What acts in the tick; errors of dendrites are computed where rules will read them.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Emit(TickFlags flags)
    {
        if (_emitted)
            throw new InvalidOperationException($"Area {Index} has already emitted tick {Tick + 1}.");
        _emitted = true;
        if (_perturbation is not null)
        {
            EmitPerturbed(_perturbation, flags);
            return;
        }

        // Here and below, what needs a result is kept apart from where it is made: the processor works on the next few
        // hundred instructions meanwhile.
        _hidden?.LookAhead(flags);
        Forward.LookAhead(flags);
    }

    /// <summary>Writes what an emission brings to an area above: the rates r.</summary>
    /// <param name="rates">Receives them (padded).</param>
    public void WriteUp(Span<double> rates) => Padding.Move(Pyramidal.Rate, rates);

    /// <summary>Writes what an emission brings to an area below: the prospective potentials.</summary>
    /// <param name="potentials">Receives them (padded).</param>
    public void WriteDown(Span<double> potentials) =>
        Padding.Move(Forward.Sent, potentials);

    /// <summary>Writes o: basal potentials of the previous tick that came along other pathways than this one.</summary>
    /// <param name="pathway">Place of the pathway from below, where there are several.</param>
    /// <param name="unseen">Receives them (padded).</param>
    public void WriteUnseen(int pathway, Span<double> unseen)
    {
        Forward.SumExcept(pathway, unseen);
        foreach (int cell in Forward.Silent)
            unseen[cell] = 0;
    }

    /// <summary>Takes the rates of the area below that a later tick will use; there is one area below.</summary>
    /// <param name="ahead">Ticks after the next one: 1 to <see cref="Lookahead"/>, in this order.</param>
    /// <param name="rates">The rates.</param>
    public void Foresee(int ahead, ReadOnlySpan<double> rates) => _below[0].Foresee(ahead, rates);

    /// <summary>(2, 5, 7) Sums and updates of the basal dendrites along one pathway.</summary>
    /// <remarks>They come before those of apical ones, since nothing else of the tick depends on these.</remarks>
    /// <param name="pathway">Place of the pathway from below.</param>
    /// <param name="flags">What acts in the tick.</param>
    /// <param name="rates">Rates of the area below (its tick t - d_up), or of the input (padded).</param>
    /// <param name="emission">Tick in which they were emitted; 0 is the state before tick 1.</param>
    /// <param name="isHeld">Whether they are the values of the previous tick too.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void TakeBelow(int pathway, TickFlags flags, ReadOnlySpan<double> rates, long emission, bool isHeld)
    {
        if (_perturbation is not null)
        {
            if (_perturbation.IsCutBelow(pathway, out bool changes))
                rates = _below[pathway].Nothing;
            isHeld &= !changes;
        }

        _below[pathway].Pass(Forward, Tick, flags, rates, emission, isHeld);
    }

    /// <summary>Takes what arrives along one pathway from above.</summary>
    /// <param name="pathway">Place of the pathway to above.</param>
    /// <param name="prospective">Prospective potentials of the area above (its tick t - d_down; padded).</param>
    /// <param name="emission">Tick in which they were emitted; 0 is the state before tick 1.</param>
    /// <param name="unseen">Basal potentials there that come along other pathways (padded); empty if none do.</param>
    /// <param name="transported">Updates of W above, under BP.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void TakeAbove(
        int pathway,
        ReadOnlySpan<double> prospective,
        ReadOnlySpan<double> unseen,
        long emission,
        in TransportedInput transported)
    {
        _transports[pathway]?.Arrive(Tick + 1, transported);
        if (_perturbation is null)
            _above[pathway].Take(prospective, unseen);
        else
            TakePerturbed(_perturbation, pathway, prospective, unseen, emission);
    }

    /// <summary>Last part of a tick: everything else.</summary>
    /// <param name="flags">What acts in the tick.</param>
    /// <param name="presentationTick">1-based position of the tick in its presentation.</param>
    /// <param name="phaseTick">1-based position of the tick in its phase.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Integrate(TickFlags flags, int presentationTick, long phaseTick)
    {
        if (!_emitted)
            throw new InvalidOperationException($"Area {Index} has not emitted tick {Tick + 1}.");
        _emitted = false;
        Forward.Sum();
        _hidden?.Integrate(Tick + 1, flags);
        _target?.Show(flags, presentationTick, phaseTick);
        _somata.Move();
        Tick++;
    }

    private void EmitPerturbed(AreaPerturbation perturbation, TickFlags flags)
    {
        if (perturbation.Begin(Tick + 1) is { } parameters && !ReferenceEquals(parameters, _adapted))
        {
            Forward.Adapt(parameters);
            _hidden?.Adapt(parameters);
            _adapted = parameters;
        }

        _hidden?.LookAhead(flags);
        Forward.LookAhead(flags, perturbation.Silent);
    }

    private void TakePerturbed(
        AreaPerturbation perturbation,
        int pathway,
        ReadOnlySpan<double> prospective,
        ReadOnlySpan<double> unseen,
        long emission)
    {
        if (perturbation.IsCutAbove(pathway))
        {
            _above[pathway].TakeNothing();
            return;
        }

        _above[pathway].Take(prospective, unseen);
        _above[pathway].SilenceAbove(perturbation.SilentAbove(pathway, emission));
    }
}
