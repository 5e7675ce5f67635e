using PalActors.Areas.Contract.Links;
using PalActors.Messages.Frames;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Contract.Models;

/// <summary>Ports of areas that send the same number of parts over every pathway.</summary>
/// <remarks>
/// Incoming are the ports of the areas below (a stimulus for an input), then those of the areas above, then that of the
/// target. Outgoing ports lead up, then down. So in a chain incoming port 0 is from below and port 1 from above, the
/// target at the top.
/// </remarks>
/// <param name="graph">Areas and pathways.</param>
/// <param name="options">Timing of the links.</param>
/// <param name="draw">Draws the jitter of a link, as <see cref="INetworkServices.DrawJitter"/> does.</param>
public sealed class PathwayLinks(
    AreaGraph graph, LinkOptions options, Func<Jitter, Pathway, bool, ILinkJitter?> draw)
{
    /// <summary>Ports of an area.</summary>
    /// <param name="area">The area, one with cells.</param>
    /// <param name="partsUp">Parts per tick that every area sends up.</param>
    /// <param name="partsDown">Parts per tick that every area sends down.</param>
    /// <param name="needsAll">True if no emission from above may be skipped.</param>
    public AreaPorts Ports(int area, int partsUp = 1, int partsDown = 1, bool needsAll = false)
    {
        Pathway[] feedback = [.. graph.In(area).Where(pathway => pathway.HasFeedback)];
        return new AreaPorts(
            [
                .. graph.In(area).Select(pathway => FromBelow(pathway, partsUp)),
                .. graph.Out(area).Select(pathway => FromAbove(pathway, partsDown) with { NeedsAll = needsAll }),
                .. graph.IsTargeted(area) ? [Target(area)] : Array.Empty<IncomingPort>(),
            ],
            [
                .. graph.Out(area).Select(pathway => Up(pathway, partsUp)),
                .. feedback.Select(pathway => Down(pathway, partsDown)),
            ],
            [.. feedback.Select(pathway => pathway.From)],
            [.. graph.Out(area).Select(pathway => pathway.To)]);
    }

    /// <summary>Incoming port of the target of an area.</summary>
    public IncomingPort Target(int area) =>
        new(FrameKind.Target, area, graph.TargetColumns(area).Count, 1);

    /// <summary>Incoming port of a pathway at its upper area.</summary>
    /// <param name="pathway">The pathway.</param>
    /// <param name="parts">Parts per tick, unless it is from an input.</param>
    public IncomingPort FromBelow(Pathway pathway, int parts) => pathway.HasFeedback
        ? new IncomingPort(FrameKind.Up, pathway.From, graph.Cells[pathway.From], parts)
        {
            Timing = options.Up(pathway),
            Jitter = Draw(options.JitterUp[pathway], pathway, up: true),
            LooksAhead = true,
        }
        : new IncomingPort(FrameKind.Stimulus, pathway.From, graph.Cells[pathway.From], 1);

    /// <summary>Incoming port of a pathway at its lower area, which has cells.</summary>
    /// <param name="pathway">The pathway.</param>
    /// <param name="parts">Parts per tick.</param>
    public IncomingPort FromAbove(Pathway pathway, int parts) =>
        new(FrameKind.Down, pathway.To, graph.Cells[pathway.To], parts)
        {
            Timing = options.Down(pathway),
            Jitter = Draw(options.JitterDown[pathway], pathway, up: false),
        };

    /// <summary>Outgoing port of a pathway at its lower area.</summary>
    /// <param name="pathway">The pathway.</param>
    /// <param name="parts">Parts per tick.</param>
    public OutgoingPort Up(Pathway pathway, int parts) =>
        new(FrameKind.Up, pathway.To, graph.Cells[pathway.From], parts, options.Up(pathway));

    /// <summary>Outgoing port of a pathway at its upper area.</summary>
    /// <param name="pathway">The pathway.</param>
    /// <param name="parts">Parts per tick.</param>
    public OutgoingPort Down(Pathway pathway, int parts) =>
        new(FrameKind.Down, pathway.From, graph.Cells[pathway.To], parts, options.Down(pathway));

    private ILinkJitter? Draw(Jitter jitter, Pathway pathway, bool up) =>
        jitter.Reach == 0 ? null : draw(jitter, pathway, up);
}
