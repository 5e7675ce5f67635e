namespace PalActors.Areas.Contract.Links;

/// <summary>How the delay of one direction of a link varies: a pure function of the receiver's tick.</summary>
public interface ILinkJitter
{
    /// <summary>
    /// Ticks that the receiver's tick, 1 or more, uses an older emission than the delay says; 0 to the link's slack.
    /// </summary>
    int At(long tick);
}
