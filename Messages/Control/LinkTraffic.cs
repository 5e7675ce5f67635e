namespace PalActors.Messages.Control;

/// <summary>Frames that came to an area over one link from another node, in its generation so far.</summary>
/// <param name="From">The sending area.</param>
/// <param name="To">The receiving area.</param>
/// <param name="Direction"><c>up</c> for a link from below, <c>down</c> for one from above.</param>
/// <param name="Frames">The frames.</param>
/// <param name="Bytes">Their bytes.</param>
public sealed record LinkTraffic(int From, int To, string Direction, long Frames, long Bytes);
