using PalActors.Areas.Models.Microcircuit.Cells;
using PalActors.Areas.Models.Microcircuit.Metrics;
using PalActors.Areas.Models.Microcircuit.Rules;
using PalActors.Areas.Toolkit.Populations;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit;

/// <content>One tick. The numbers are the points of a step in FORMAT section 4; a name with ~ there is the value of the previous tick.</content>
public sealed partial class CorticalArea
{
    /// <summary>
    /// First half of a tick: (1) look-ahead and rates, from this area's own last two potentials only.
    /// </summary>
    /// <param name="flags">What acts in the tick: where the rules of W and P read them, the errors of their dendrites are computed along.</param>
    /// <param name="up">Receives the rates r for the area above (padded), or empty.</param>
    /// <param name="down">Receives the prospective potentials for the area below (padded), or empty.</param>
    /// <param name="factors">Receives the factors of the last update of W (BP, padded), or empty.</param>
    /// <param name="factorsRate">Receives, as its first value, the tick in which the rates were emitted that this update paired with (BP where delays vary), or empty.</param>
    public void Emit(TickFlags flags, Span<double> up, Span<double> down, Span<double> factors, Span<double> factorsRate = default)
    {
        if (_emitted)
            throw new InvalidOperationException($"Area {Index} has already emitted tick {Tick + 1}.");
        _emitted = true;
        // Here and below, what needs a result is kept apart from where it is made: the processor works on the next few hundred instructions meanwhile.
        if (_lateral is not null && _lateral.ReadsError(flags))
            Interneurons!.LookAhead(Dendritic);
        else
            Interneurons?.LookAhead();
        if (_forward.ReadsError(flags))
            Pyramidal.LookAhead(Basal);
        else
            Pyramidal.LookAhead();
        if (!up.IsEmpty)
            Pyramidal.Rate.CopyTo(up);
        if (!down.IsEmpty)
            Pyramidal.Prospective.CopyTo(down);
        if (!factors.IsEmpty)
            _factors.CopyTo(factors);
        if (!factorsRate.IsEmpty)
            factorsRate[0] = _factorsRate;
    }

    /// <summary>
    /// How many ticks after the next one its <see cref="Integrate"/> must know the rates of the area below of: K - 1 where a block of K ticks begins, else 0. To be given by <see cref="Foresee"/>.
    /// </summary>
    public int TicksAhead => _input.Lookahead(Tick);

    /// <summary>Gives the rates of the area below that a later tick will use.</summary>
    /// <param name="ahead">How many ticks after the next one: 1 to <see cref="TicksAhead"/>, in this order.</param>
    /// <param name="rates">The rates.</param>
    public void Foresee(int ahead, ReadOnlySpan<double> rates) => _input.Foresee(ahead, rates);

    /// <summary>Second half of a tick: everything else, with the neighbours' emissions.</summary>
    public void Integrate(in TickInput input)
    {
        if (!_emitted)
            throw new InvalidOperationException($"Area {Index} has not emitted tick {Tick + 1}.");
        _emitted = false;
        Flags = input.Flags;
        if (IsTop)
            IntegrateTop(input);
        else
            IntegrateHidden(input);

        if (!input.RateBelowHeld)
            input.RateBelow[..RateBelow.Length].CopyTo(RateBelow);
        _factorsRate = _rateBelowEmission;
        _rateBelowEmission = input.RateBelowEmission;
        Tick++;
    }

    private void IntegrateTop(in TickInput input)
    {
        PassBasal(input);
        IsNudged = (Flags & TickFlags.Target) != 0;
        bool reads = (Flags & TickFlags.ReadOut) != 0;
        int presentationTick = input.PresentationTick;
        if (_delayedTarget is not null)
        {
            _delayedTarget.Advance(Target, IsNudged, presentationTick);
            presentationTick = _delayedTarget.PresentationTick;
            // A flag acts at once in all areas; here it needs besides what it acts with: a target shown as one, a presentation of the same evaluation.
            IsNudged &= _delayedTarget.Nudges;
            reads &= input.PhaseTick > _parameters.TargetDelay;
        }

        PopulationKernels.Membrane(
            Pyramidal.U, _parameters.Dt, IsNudged ? _parameters.Gbas : _gUnnudged, Basal, IsNudged ? _parameters.Gntgt : 0, ActingTarget, 0, ActingTarget, _gTotal, Size);
        if (reads)
            ReadOut.Observe(presentationTick, Pyramidal.Prospective, ActingTarget);
    }

    private void IntegrateHidden(in TickInput input)
    {
        ProspectivePopulation interneurons = Interneurons!;
        (RateAbove, _rateAbovePrevious) = (_rateAbovePrevious, RateAbove!);
        if (_predictor is null)
            input.ProspectiveAbove[..ProspectiveAbove!.Length].CopyTo(ProspectiveAbove);
        else
            _predictor.Predict(input.ProspectiveAbove, ProspectiveAbove!);
        interneurons.Activation.Rates(ProspectiveAbove!, RateAbove, SizeAbove);
        AboveLearned = input.AboveLearned && _model.TransportsWeights;
        if (AboveLearned)
            input.FactorsAbove[..FactorsAbove!.Length].CopyTo(FactorsAbove);

        // (3) The soma sees the old noise, the rule of B the new one.
        bool noisy = (Flags & TickFlags.Noise) != 0, late = noisy && _noise.NeedsApical;
        if (noisy && !late)
            AdvanceNoise();

        // (2) dendrites from the new rates and the weights as they stand; each pass applies its rule's update (5 to 7) as it goes.
        PassBasal(input);
        PassDendritic();
        PassApical(late, input.UpdatesAbove);

        // (9) high-pass of the area above, kept here.
        PopulationKernels.HighPass(HighPassAbove!, RateAbove, _rateAbovePrevious, _highPassRate, SizeAbove);

        // (4) interneurons nudged by the prospective potential above, soma.
        PopulationKernels.Membrane(
            interneurons.U, _parameters.Dt, _parameters.Gden, Dendritic, _parameters.GnI, ProspectiveAbove!, 0, ProspectiveAbove!, _gTotalInterneuron, SizeAbove);
        PopulationKernels.Membrane(
            Pyramidal.U, _parameters.Dt, _parameters.Gbas, Basal, _parameters.Gapi, Apical, noisy ? 1 : 0, _xiPrevious, _gTotal, Size);
        _pastNoise?.Push(Noise);
        _pastRates?.Push(Pyramidal.Rate);
    }

    private void PassBasal(in TickInput input)
    {
        _forward.Prepare(this, _w.Update);
        if (SendsFactors && _w.Update.Form != UpdateForm.None)
            PopulationKernels.Combine(_w.Update.PostScale, _w.Update.Post, 0, _w.Update.Post, _factors, Size);
        _input.Pass(Tick, RateBelow, input.RateBelow, input.RateBelowHeld, Basal);
    }

    private void PassDendritic()
    {
        _lateral!.Prepare(this, _p!.Update);
        if (_parameters.InterLowPass)
        {
            _p.Pass(LateralRate, _dendriticSum);
            PopulationKernels.LowPass(Dendritic, _dendriticSum, _parameters.Dt / _parameters.TauLO, SizeAbove);
        }
        else
        {
            _p.Pass(LateralRate, Dendritic);
        }
    }

    private void PassApical(bool noiseNeedsApical, TransportedUpdates? updates)
    {
        // The rule of Q uses vapi~, so this tick's sum goes to the other buffer.
        _cancellation!.Prepare(this, _q!.Update);
        (Apical, _apicalOther) = (_apicalOther, Apical);
        if (noiseNeedsApical)
        {
            _b!.Sum(RateAbove!, Apical);
            AddInterneurons(updates);
            AdvanceNoise();
            _feedback!.Prepare(this, _b.Update);
            _b.Apply();
            return;
        }

        _feedback!.Prepare(this, _b!.Update);
        _b.Pass(RateAbove!, Apical);
        AddInterneurons(updates);
    }

    private void AddInterneurons(TransportedUpdates? updates)
    {
        if (!_model.TransportsWeights)
        {
            _q!.Pass(Interneurons!.Rate, Apical, add: true);
            return;
        }

        // B already is what FORMAT's point 5 makes it in this tick; vapi used it, and Q, as they stood before.
        _q!.Sum(Interneurons!.Rate, Apical, add: true);
        if (updates is not null)
            ApplyTransported(updates);
        _q.Weights.NegateFrom(_b!.Weights);
        _q.Apply();
    }

    // All that have become known, each of them once and in their order: however late, and however many of them were overtaken.
    private void ApplyTransported(TransportedUpdates updates)
    {
        WeightTransportRule rule = (WeightTransportRule)_feedback!;
        for (int i = 0; i < updates.Count; i++)
        {
            rule.Prepare(Tick + 1, updates.Factors(i), updates.RateEmission(i), _b!.Update);
            _b.Apply();
        }

        UpdatesThrough = updates.Through;
    }

    private void AdvanceNoise()
    {
        (Noise, _xiPrevious) = (_xiPrevious, Noise);
        _noise.Advance(Tick + 1, _noiseActed, _xiPrevious, Noise, Pyramidal.U, Pyramidal.Prospective, Apical);
        if (_model.UsesNoise)
            _noiseActed++;
    }
}
