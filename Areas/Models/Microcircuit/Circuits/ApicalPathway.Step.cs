using System.Runtime.CompilerServices;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Populations;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Circuits;

/// <content>Steps of a tick, numbered by the points of FORMAT section 4.</content>
public sealed partial class ApicalPathway
{
    /// <summary>Point 1 of a step for the interneurons; their error only where the rule of P will read it.</summary>
    /// <param name="flags">What acts in the tick.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LookAhead(TickFlags flags)
    {
        if (flags != _flags)
            (_flags, _readsError) = (flags, _rules.Lateral.ReadsError(flags));
        if (_readsError)
            Interneurons.LookAhead(Dendritic);
        else
            Interneurons.LookAhead();
    }

    /// <summary>Takes what arrives from above, as the first part of a tick.</summary>
    /// <param name="prospectiveAbove">Prospective potentials of the area above.</param>
    /// <param name="unseen">Basal potentials there that come along other pathways; empty if there are none.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take(ReadOnlySpan<double> prospectiveAbove, ReadOnlySpan<double> unseen)
    {
        _rateAbove.Change();
        Padding.Move(prospectiveAbove[..ProspectiveAbove.Length], ProspectiveAbove);
        _remedies?.Take(ProspectiveAbove);
        Interneurons.Activation.Rates(ProspectiveAbove, RateAbove, SizeAbove);
        if (Unseen is not null)
            unseen[..SizeAbove].CopyTo(Unseen);
    }

    /// <summary>Silences cells of the area above, after <see cref="Take"/>.</summary>
    /// <param name="cells">The cells.</param>
    public void SilenceAbove(int[] cells)
    {
        foreach (int cell in cells)
            ProspectiveAbove[cell] = RateAbove[cell] = 0;
    }

    /// <summary>Takes nothing from above in a tick in which the pathway is cut.</summary>
    public void TakeNothing()
    {
        Take(_nothing, _nothing);
        Array.Clear(ProspectiveAbove);
        Array.Clear(RateAbove);
    }

    /// <summary>Takes other learning rates, from the next tick on.</summary>
    public void Adapt(MicrocircuitParameters parameters)
    {
        _rules.Lateral.Adapt(parameters);
        _rules.Cancellation.Adapt(parameters);
        _rules.Feedback.Adapt(parameters);
        _flags = null;
    }

    /// <summary>Sums of the interneurons' dendrites, and the update of P.</summary>
    /// <param name="flags">What acts in the tick.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PassDendritic(TickFlags flags)
    {
        _rules.Lateral.Prepare(this, flags, _p.Update);
        double[] sum = _membranes.InterLowPass ? _dendriticSum : Dendritic;
        _p.Pass(_remedies is null ? Pyramidal.Rate : _remedies.Rate(Pyramidal.Rate), sum);
        // Without it the interneurons could predict only what this area itself brings to the one above.
        if (Unseen is not null)
            PopulationKernels.Combine(1, sum, _unseenGain, Unseen, sum, SizeAbove);
        if (_membranes.InterLowPass)
            PopulationKernels.LowPass(Dendritic, sum, _parameters.Dt / _membranes.TauLO, SizeAbove);
    }

    /// <summary>Sums of the apical dendrites; updates of Q, and of B where the noise is known already.</summary>
    /// <param name="flags">What acts in the tick.</param>
    /// <param name="noise">Noise xi of the tick; null if it needs these sums first.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PassApical(TickFlags flags, double[]? noise)
    {
        // The rule of Q uses vapi~, so this tick's sum goes to the other buffer.
        _rules.Cancellation.Prepare(this, flags, _q.Update);
        _apical.Change();
        if (noise is null)
        {
            _b.Sum(RateAbove, Apical);
            AddInterneurons();
            return;
        }

        PrepareFeedback(flags, noise);
        _b.Pass(RateAbove, Apical);
        AddInterneurons();
    }

    /// <summary>Update of B where the noise needed the apical sums.</summary>
    /// <param name="flags">What acts in the tick.</param>
    /// <param name="noise">Noise xi of the tick.</param>
    public void ApplyLate(TickFlags flags, double[] noise)
    {
        PrepareFeedback(flags, noise);
        _b.Apply();
    }

    /// <summary>High-pass of the area above, interneurons' somata, and what remedies keep of the tick.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Complete()
    {
        // (9) Kept here.
        PopulationKernels.HighPass(HighPassAbove, RateAbove, _rateAbove.Before, _highPassRate, SizeAbove);
        // (4) Interneurons are nudged by the prospective potential above.
        PopulationKernels.Membrane(
            Interneurons.U, _parameters.Dt, _membranes.Gden, Dendritic, _membranes.GnI, ProspectiveAbove, 0,
            ProspectiveAbove, _gInterneuron, SizeAbove);
        _remedies?.Complete();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void PrepareFeedback(TickFlags flags, double[] noise)
    {
        CorrelatedNoise = _remedies is null ? noise : _remedies.Noise(noise);
        _rules.Feedback.Prepare(this, flags, _b.Update);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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
}
