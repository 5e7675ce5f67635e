using PalActors.Areas.Contract.Links;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Toolkit.Delays;

/// <summary>Jitter of one direction of one projection.</summary>
/// <remarks>Any process computes it by itself, without a message.</remarks>
/// <param name="jitter">How its delay varies.</param>
/// <param name="seed">Seed of the network.</param>
/// <param name="pathway">The pathway, between areas with cells.</param>
/// <param name="up">Whether the direction is up.</param>
public sealed class LinkJitter(Jitter jitter, ulong seed, Pathway pathway, bool up) : ILinkJitter
{
    private readonly int _link = NumberOf(pathway, up);

    /// <summary>Number of a link in its draws.</summary>
    /// <remarks>
    /// It is twice the number of its lower area, and one more if the link leads down; so for a pathway to the next
    /// area. Others are told apart by the number of the upper area.
    /// </remarks>
    public static int NumberOf(Pathway pathway, bool up) =>
        (2 * (pathway.From + (AreaGraph.MostAreas * pathway.Other(pathway.To)))) + (up ? 0 : 1);

    /// <inheritdoc/>
    public int At(long tick) => jitter.Draw(seed, _link, tick);
}
