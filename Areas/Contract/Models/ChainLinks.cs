using PalActors.Areas.Contract.Links;
using PalActors.Messages.Frames;

namespace PalActors.Areas.Contract.Models;

/// <summary>Ports of the areas of a chain: each has the area below and the area above as neighbours.</summary>
/// <remarks>
/// Incoming port 0 is from below (the stimulus for area 1), port 1 from above (the target for the top area). Outgoing
/// ports lead up, then down, as far as there are areas.
/// </remarks>
/// <param name="layers">Neurons per area, input first.</param>
/// <param name="options">Timing of the links.</param>
/// <param name="services">Draws the jitter.</param>
public sealed class ChainLinks(int[] layers, LinkOptions options, INetworkServices services)
{
    private readonly int _top = layers.Length - 1;

    /// <summary>Ports of an area.</summary>
    /// <param name="area">The area, 1 to the top.</param>
    /// <param name="partsUp">Parts per tick that every area sends up.</param>
    /// <param name="partsDown">Parts per tick that every area sends down.</param>
    /// <param name="needsAll">True if no emission from above may be skipped.</param>
    public AreaPorts Ports(int area, int partsUp = 1, int partsDown = 1, bool needsAll = false) => new(
        [FromBelow(area, partsUp), FromAbove(area, partsDown, needsAll)],
        [.. Outgoing(area, partsUp, partsDown)],
        area > 1 ? [area - 1] : [],
        area < _top ? [area + 1] : []);

    private IncomingPort FromBelow(int area, int parts) => area == 1
        ? new IncomingPort(FrameKind.Stimulus, 0, layers[0], 1)
        : new IncomingPort(FrameKind.Up, area - 1, layers[area - 1], parts)
        {
            Timing = options.Up(area - 1),
            Jitter = Draw(options.JitterUp, area - 1, up: true),
            LooksAhead = true,
        };

    private IncomingPort FromAbove(int area, int parts, bool needsAll) => area == _top
        ? new IncomingPort(FrameKind.Target, area, layers[area], 1)
        : new IncomingPort(FrameKind.Down, area + 1, layers[area + 1], parts)
        {
            Timing = options.Down(area),
            Jitter = Draw(options.JitterDown, area, up: false),
            NeedsAll = needsAll,
        };

    private IEnumerable<OutgoingPort> Outgoing(int area, int partsUp, int partsDown)
    {
        if (area < _top)
            yield return new OutgoingPort(FrameKind.Up, area + 1, layers[area], partsUp, options.Up(area));
        if (area > 1)
            yield return new OutgoingPort(FrameKind.Down, area - 1, layers[area], partsDown, options.Down(area - 1));
    }

    private ILinkJitter? Draw(Jitter jitter, int hidden, bool up) =>
        jitter.Reach == 0 ? null : services.DrawJitter(jitter, hidden, up);
}
