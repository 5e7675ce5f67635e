namespace PalActors.Messages.Control;

/// <summary>Traffic over the links of an area, in its generation so far.</summary>
/// <param name="Frames">Frames delivered to it.</param>
/// <param name="WireFrames">Those of them that came from another node.</param>
/// <param name="WireBytes">Bytes of these.</param>
/// <param name="Waited">
/// Seconds for which the thread of its lane was idle, or NaN where that is not measured. Areas of one lane have one
/// thread.
/// </param>
/// <param name="Staleness">Staleness of its incoming links, free-running; else empty.</param>
public sealed record AreaFigures(long Frames, long WireFrames, long WireBytes, double Waited, LinkStaleness[] Staleness)
{
    /// <summary>Figures of an area that has received nothing yet.</summary>
    public static AreaFigures None { get; } = new(0, 0, 0, 0, []);

    /// <summary>Links over which frames came from another node, with their shares of these.</summary>
    public LinkTraffic[] Links { get; init; } = [];

    /// <summary>Requests for frames that did not come.</summary>
    public long Requests { get; init; }
}
