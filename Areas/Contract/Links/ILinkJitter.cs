namespace PalActors.Areas.Contract.Links;

/// <summary>Variation of the delay of one direction of a link: a pure function of the receiver's tick.</summary>
public interface ILinkJitter
{
    /// <summary>Number of ticks by which a tick uses an older emission than the delay says.</summary>
    /// <param name="tick">The receiver's tick, 1 or more.</param>
    /// <returns>0 to the link's slack.</returns>
    int At(long tick);
}
