namespace PalActors.Messages.Control;

/// <summary>What has come over the links of an area, in its generation so far.</summary>
/// <param name="Frames">Frames delivered to it.</param>
/// <param name="WireFrames">Those of them that came from another node.</param>
/// <param name="WireBytes">Bytes of these.</param>
/// <param name="Waited">Seconds for which the thread of its lane had nothing to do, or NaN where that is not measured. Areas of one lane have one thread.</param>
/// <param name="StalenessUp">Free-running, at the end: how many ticks used rates of the area below that were 0, 1, ... ticks older than the delay says; else empty.</param>
/// <param name="StalenessDown">The same of what comes from the area above.</param>
public sealed record AreaFigures(long Frames, long WireFrames, long WireBytes, double Waited, long[] StalenessUp, long[] StalenessDown)
{
    /// <summary>Of an area that has got nothing yet.</summary>
    public static AreaFigures None { get; } = new(0, 0, 0, 0, [], []);
}
