using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Links;
using PalActors.Areas.Models.Microcircuit.Cortex;
using PalActors.Messages.Frames;

namespace PalActors.Areas.Models.Microcircuit.Networks;

/// <summary>Ports of an area: first what is below or the stimulus, then what is above or the target.</summary>
/// <remarks>An area sends rates up and potentials down.</remarks>
internal static class MicrocircuitPorts
{
    /// <summary>Place of the incoming port of the area below, or the stimulus.</summary>
    public const int Below = 0;

    /// <summary>Place of the incoming port of the area above, or the target.</summary>
    public const int Above = 1;

    /// <summary>Place of the outgoing port to the area above, or -1.</summary>
    public static int Up(CorticalArea area) => area.IsTop ? -1 : 0;

    /// <summary>Place of the outgoing port to the area below, or -1.</summary>
    public static int Down(CorticalArea area) => area.Index == 1 ? -1 : area.IsTop ? 0 : 1;

    /// <summary>Ports of an area.</summary>
    /// <param name="area">The area.</param>
    /// <param name="builder">Its network.</param>
    /// <param name="needsAll">Whether no emission from above may be skipped.</param>
    public static AreaPorts Of(CorticalArea area, INetworkBuilder builder, bool needsAll)
    {
        LinkOptions links = builder.Parameters.Links;
        List<OutgoingPort> outgoing = [];
        if (!area.IsTop)
            outgoing.Add(new OutgoingPort(FrameKind.Up, area.Index + 1, area.Size, 1, links.Up(area.Index)));
        if (area.Index > 1)
        {
            int below = area.Index - 1;
            outgoing.Add(new OutgoingPort(FrameKind.Down, below, area.Size, area.PartsDown, links.Down(below)));
        }

        return new AreaPorts(
            [FromBelow(area, builder), FromAbove(area, builder, needsAll)],
            outgoing,
            area.Index > 1 ? [area.Index - 1] : [],
            area.IsTop ? [] : [area.Index + 1]);
    }

    private static IncomingPort FromBelow(CorticalArea area, INetworkBuilder builder)
    {
        int below = area.Index - 1;
        return below == 0
            ? new IncomingPort(FrameKind.Stimulus, 0, area.SizeBelow, 1)
            : new IncomingPort(FrameKind.Up, below, area.SizeBelow, 1)
            {
                Timing = builder.Parameters.Links.Up(below),
                Jitter = builder.BuildJitter(below, up: true),
                LooksAhead = true,
            };
    }

    private static IncomingPort FromAbove(CorticalArea area, INetworkBuilder builder, bool needsAll) => area.IsTop
        ? new IncomingPort(FrameKind.Target, area.Index, area.Size, 1)
        : new IncomingPort(FrameKind.Down, area.Index + 1, area.SizeAbove, area.PartsAbove)
        {
            Timing = builder.Parameters.Links.Down(area.Index),
            Jitter = builder.BuildJitter(area.Index, up: false),
            NeedsAll = needsAll,
        };
}
