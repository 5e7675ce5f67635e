using PalActors.Areas.Toolkit.Populations;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Circuits;

/// <content>Steps of a tick, numbered by the points of FORMAT section 4.</content>
public sealed partial class HiddenCircuit
{
    /// <summary>Point 1 of a step for the interneurons; their error only where the rule of P will read it.</summary>
    /// <param name="flags">What acts in the tick.</param>
    public void LookAhead(TickFlags flags)
    {
        if (_rules.Lateral.ReadsError(flags))
            Interneurons.LookAhead(Dendritic);
        else
            Interneurons.LookAhead();
    }

    /// <summary>Everything but the basal dendrites, which have their sums of this tick already.</summary>
    /// <param name="tick">The tick.</param>
    /// <param name="flags">What acts in it.</param>
    /// <param name="prospectiveAbove">Prospective potentials of the area above.</param>
    public void Integrate(long tick, TickFlags flags, ReadOnlySpan<double> prospectiveAbove)
    {
        (RateAbove, _rateAbovePrevious) = (_rateAbovePrevious, RateAbove);
        _prediction.Take(prospectiveAbove, ProspectiveAbove);
        Interneurons.Activation.Rates(ProspectiveAbove, RateAbove, SizeAbove);

        // (3) The soma sees the old noise, the rule of B the new one.
        _isNoisy = (flags & TickFlags.Noise) != 0;
        bool late = _isNoisy && _noise.NeedsApical;
        if (_isNoisy && !late)
            AdvanceNoise(tick);

        // (2) Sums from the new rates and the weights as they stand; each pass applies its rule's update (5 to 7).
        PassDendritic(flags);
        PassApical(tick, flags, late);

        // (9) High-pass of the area above, kept here.
        PopulationKernels.HighPass(HighPassAbove, RateAbove, _rateAbovePrevious, _highPassRate, SizeAbove);
        MoveSomata();
        _noiseLag.Push(_noise.Current);
        _lag.Push();
    }

    private void PassDendritic(TickFlags flags)
    {
        _rules.Lateral.Prepare(this, flags, _p.Update);
        if (!_membranes.InterLowPass)
        {
            _p.Pass(_lag.Rate, Dendritic);
            return;
        }

        _p.Pass(_lag.Rate, _dendriticSum);
        PopulationKernels.LowPass(Dendritic, _dendriticSum, _parameters.Dt / _membranes.TauLO, SizeAbove);
    }

    private void PassApical(long tick, TickFlags flags, bool noiseNeedsApical)
    {
        // The rule of Q uses vapi~, so this tick's sum goes to the other buffer.
        _rules.Cancellation.Prepare(this, flags, _q.Update);
        (Apical, _apicalOther) = (_apicalOther, Apical);
        if (noiseNeedsApical)
        {
            _b.Sum(RateAbove, Apical);
            AddInterneurons();
            AdvanceNoise(tick);
            _rules.Feedback.Prepare(this, flags, _b.Update);
            _b.Apply();
            return;
        }

        _rules.Feedback.Prepare(this, flags, _b.Update);
        _b.Pass(RateAbove, Apical);
        AddInterneurons();
    }

    private void AddInterneurons()
    {
        if (_rules.Copied is null)
        {
            _q.Pass(Interneurons.Rate, Apical, add: true);
            return;
        }

        // vapi uses Q as it stood before.
        _q.Sum(Interneurons.Rate, Apical, add: true);
        _rules.Copied.Complete(_b, _q);
    }

    private void AdvanceNoise(long tick) => _noise.Advance(tick, Pyramidal.U, Pyramidal.Prospective, Apical);

    // (4) Interneurons are nudged by the prospective potential above.
    private void MoveSomata()
    {
        double dt = _parameters.Dt;
        PopulationKernels.Membrane(
            Interneurons.U, dt, _membranes.Gden, Dendritic, _membranes.GnI, ProspectiveAbove, 0, ProspectiveAbove,
            _gInterneuron, SizeAbove);
        PopulationKernels.Membrane(
            Pyramidal.U, dt, _membranes.Gbas, _forward.Basal, _membranes.Gapi, Apical, _isNoisy ? 1 : 0,
            _noise.Previous, _forward.TotalConductance, _forward.Size);
    }
}
