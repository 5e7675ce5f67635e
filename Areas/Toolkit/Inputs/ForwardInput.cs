using PalActors.Areas.Contract.Links;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Areas.Toolkit.States;
using PalActors.Messages.Control;

namespace PalActors.Areas.Toolkit.Inputs;

/// <summary>Common part of all forms of a forward projection, and their choice.</summary>
/// <remarks>
/// Areas hold this class rather than <see cref="IForwardInput"/>, since a call through an interface with several
/// implementations costs more, and there is one in every tick.
/// </remarks>
public abstract class ForwardInput : IForwardInput
{
    /// <summary>Ticks of a block that asks for none.</summary>
    public const int NoBlocks = 1;

    /// <summary>Chooses the form of a projection.</summary>
    /// <param name="projection">The projection.</param>
    /// <param name="keep">q = 1 - dt/tau_LO.</param>
    /// <param name="pairsWithRates">Whether each update pairs with the rates of the tick before as they are.</param>
    /// <param name="fromBelow">Link that brings the rates, or null: a stimulus that is held.</param>
    /// <param name="block">Ticks of a block as the experiment asks, see <see cref="BlockLength.Of"/>.</param>
    public static ForwardInput For(
        PlasticProjection projection, double keep, bool pairsWithRates, LinkTiming? fromBelow, int block)
    {
        if (!pairsWithRates)
            return new EveryTickInput(projection);
        if (fromBelow is not { } link)
            return new HeldInput(projection, keep);
        int ticks = BlockLength.Of(projection.Bytes, link, block);
        return ticks > 1 ? new BlockedInput(projection, keep, ticks) : new EveryTickInput(projection);
    }

    /// <summary>Indicates whether ticks may need rates of later ones: an input in blocks.</summary>
    public bool LooksAhead { get; protected init; }

    /// <inheritdoc/>
    public virtual int Lookahead(long tick) => 0;

    /// <inheritdoc/>
    public virtual void Foresee(int ahead, ReadOnlySpan<double> rates) =>
        throw new InvalidOperationException("Only an input in blocks takes rates of later ticks.");

    /// <inheritdoc/>
    public abstract void Pass(
        long tick, ReadOnlySpan<double> before, ReadOnlySpan<double> rates, bool isHeld, double[] y);

    /// <inheritdoc/>
    public abstract (WeightMatrix W, WeightMatrix? D) Current(ReadOnlySpan<double> rates);

    /// <inheritdoc/>
    public virtual void Describe(StateMap state)
    {
    }

    /// <inheritdoc/>
    public virtual void Forget()
    {
    }

    /// <inheritdoc/>
    public virtual AreaState Unblocked(AreaState state, ReadOnlySpan<double> rates) => state;
}
