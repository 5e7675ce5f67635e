namespace PalActors.Messages.Plan;

/// <summary>A pathway that leads up from one area of a network to another.</summary>
/// <param name="Index">Its place among the pathways of the graph.</param>
/// <param name="From">Number of the lower area.</param>
/// <param name="To">Number of the upper area.</param>
/// <param name="HasFeedback">True unless it leads up from an input area, which has no cells.</param>
public sealed record Pathway(int Index, int From, int To, bool HasFeedback)
{
    /// <summary>Number of this pathway among those of an area with others, in random draws.</summary>
    /// <remarks>
    /// The pathway to the next area has 0, as in a chain, and so all draws of a chain; another one 1 and the number of
    /// the other area. A new pathway thus changes no other draw.
    /// </remarks>
    /// <param name="area">The area at the other end.</param>
    public int Other(int area) => To == From + 1 ? 0 : 1 + area;
}
