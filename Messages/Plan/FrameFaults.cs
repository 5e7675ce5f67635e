namespace PalActors.Messages.Plan;

/// <summary>Faults of links, to try the protocol; each frame that reaches an area suffers one at random.</summary>
/// <remarks>Of a frame that travels in pieces, each piece does.</remarks>
/// <param name="Seed">Seed of the decisions.</param>
/// <param name="Drop">Probability that a frame is lost.</param>
/// <param name="Duplicate">Probability that it arrives twice.</param>
/// <param name="HoldBack">Probability that it arrives after later frames.</param>
public sealed record FrameFaults(int Seed, double Drop, double Duplicate, double HoldBack)
{
    /// <summary>
    /// Links with faults, as pairs of the sending and the receiving area; none for all links. Area 0 is the stimulus,
    /// an area's target comes from itself.
    /// </summary>
    public int[][] Links { get; init; } = [];

    /// <summary>Checks whether frames of a link suffer.</summary>
    public bool Concerns(int from, int to) =>
        Links.Length == 0 || Array.Exists(Links, link => link[0] == from && link[1] == to);
}
