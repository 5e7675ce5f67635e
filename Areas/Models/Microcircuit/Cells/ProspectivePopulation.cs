using System.Runtime.CompilerServices;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Populations;

namespace PalActors.Areas.Models.Microcircuit.Cells;

/// <summary>Prospective cells (latent equilibrium): the rate is phi of the look-ahead ub = u + tau du/dt.</summary>
/// <remarks>
/// In the reference's discrete form ub = u_prev + k tau (u - u_prev)/dt. Potentials are dimensionless as in the paper,
/// times in ms.
/// </remarks>
/// <param name="size">Number of cells.</param>
/// <param name="lookAheadGain">k tau / dt.</param>
/// <param name="activation">phi.</param>
/// <param name="highPassRate">dt / tau_HP.</param>
/// <param name="dendriteGain">c: what the potential of the predicting dendrite is multiplied with.</param>
public sealed class ProspectivePopulation(
    int size, double lookAheadGain, Activation activation, double highPassRate, double dendriteGain)
{
    private Alternating _rate = new(size);

    /// <summary>Number of cells.</summary>
    public int Size { get; } = size;

    /// <summary>dt / tau_HP.</summary>
    public double HighPassRate { get; } = highPassRate;

    /// <summary>phi.</summary>
    public Activation Activation { get; } = activation;

    /// <summary>Somatic potential u.</summary>
    public double[] U { get; } = Padding.Align(size);

    /// <summary>Somatic potential one tick earlier.</summary>
    public double[] UPrevious { get; } = Padding.Align(size);

    /// <summary>Prospective potential ub of this tick.</summary>
    public double[] Prospective { get; } = Padding.Align(size);

    /// <summary>Rate r = phi(ub) of this tick.</summary>
    public double[] Rate => _rate.Now;

    /// <summary>Rate of the previous tick, r~.</summary>
    public double[] RatePrevious => _rate.Before;

    /// <summary>High-passed rate hp.</summary>
    public double[] HighPass { get; } = Padding.Align(size);

    /// <summary>e = r - phi(c v~): the rate of this tick minus what the dendrite of the tick before predicts.</summary>
    /// <remarks>Only after a <see cref="LookAhead(double[])"/> with a dendrite.</remarks>
    public double[] Error { get; } = Padding.Align(size);

    /// <summary>Point 1 of a step: look-ahead, rates, and u becomes u_prev; and the cells' own high-pass.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LookAhead()
    {
        _rate.Change();
        Activation.LookAhead(
            U, UPrevious, lookAheadGain, Prospective, Rate, RatePrevious, HighPass, HighPassRate, Size);
    }

    /// <summary>Point 1 of a step, and the <see cref="Error"/>.</summary>
    /// <param name="dendrite">Potentials v~ of the dendrite that learns to predict the soma.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LookAhead(double[] dendrite)
    {
        _rate.Change();
        Activation.LookAhead(
            U,
            UPrevious,
            lookAheadGain,
            Prospective,
            Rate,
            RatePrevious,
            HighPass,
            HighPassRate,
            dendrite,
            dendriteGain,
            Error,
            Size);
    }
}
