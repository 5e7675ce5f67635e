namespace PalActors.Messages.Control;

/// <summary>Faults of links, for trying what the protocol bears: each frame that reaches an area suffers one of them with the given probability.</summary>
/// <param name="Seed">Seed of the decisions.</param>
/// <param name="Drop">Probability that a frame is lost.</param>
/// <param name="Duplicate">Probability that it arrives twice.</param>
/// <param name="HoldBack">Probability that it arrives after later frames.</param>
public sealed record FrameFaults(int Seed, double Drop, double Duplicate, double HoldBack);
