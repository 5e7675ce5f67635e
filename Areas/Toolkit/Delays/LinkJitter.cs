using PalActors.Areas.Contract.Links;

namespace PalActors.Areas.Toolkit.Delays;

/// <summary>Jitter of one direction of one projection.</summary>
/// <remarks>Any process computes it by itself, without a message.</remarks>
/// <param name="jitter">How its delay varies.</param>
/// <param name="seed">Seed of the network.</param>
/// <param name="hidden">The lower area of the projection, a hidden one.</param>
/// <param name="up">Whether the direction is up.</param>
public sealed class LinkJitter(Jitter jitter, ulong seed, int hidden, bool up) : ILinkJitter
{
    private readonly int _link = NumberOf(hidden, up);

    /// <summary>Number of a link in its draws.</summary>
    /// <remarks>It is twice the index of its lower area, and one more if the link leads down.</remarks>
    public static int NumberOf(int hidden, bool up) => (2 * hidden) + (up ? 0 : 1);

    /// <inheritdoc/>
    public int At(long tick) => jitter.Draw(seed, _link, tick);
}
