using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.Microcircuit.Circuits;
using PalActors.Areas.Models.Microcircuit.Cortex;
using PalActors.Areas.Models.Microcircuit.Transport;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Networks;

/// <summary>Ports of an area: incoming from below, from above, of the target; outgoing up, then down.</summary>
/// <remarks>
/// An area sends rates up. Down it sends its prospective potentials; under BP factors, and where delays vary the tick
/// that they belong to (<see cref="SentFactors"/>); and, where several pathways come in, what comes along the others.
/// </remarks>
internal static class MicrocircuitPorts
{
    /// <summary>Parts of an emission down a pathway.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="pathway">The pathway.</param>
    /// <param name="transported">Parts under BP, or 1.</param>
    public static int PartsDown(AreaGraph graph, Pathway pathway, int transported) =>
        transported + (graph.In(pathway.To).Count > 1 ? 1 : 0);

    /// <summary>Ports of an area.</summary>
    /// <param name="area">The area.</param>
    /// <param name="builder">Its network.</param>
    /// <param name="needsAll">Whether no emission from above may be skipped.</param>
    public static AreaPorts Of(CorticalArea area, INetworkBuilder builder, bool needsAll)
    {
        AreaGraph graph = builder.Parameters.Graph;
        PathwayLinks links = new(graph, builder.Parameters.Links, (_, pathway, up) => builder.BuildJitter(pathway, up));
        bool delaysVary = builder.Parameters.Links.DelaysVary;
        int transported = builder.Model.TransportsWeights ? SentFactors.PartsOf(delaysVary) : 1;
        IReadOnlyList<ApicalPathway> above = area.IsHidden ? area.Hidden.Pathways : [];
        Pathway[] feedback = [.. graph.In(area.Index).Where(pathway => pathway.HasFeedback)];
        return new AreaPorts(
            [
                .. graph.In(area.Index).Select(pathway => links.FromBelow(pathway, 1)),
                .. graph.Out(area.Index).Select(pathway =>
                    links.FromAbove(pathway, PartsDown(graph, pathway, transported)) with { NeedsAll = needsAll }),
                .. area.IsTargeted ? [links.Target(area.Index)] : Array.Empty<IncomingPort>(),
            ],
            [
                .. graph.Out(area.Index).Select(pathway => links.Up(pathway, 1)),
                .. feedback.Select(pathway => links.Down(pathway, PartsDown(graph, pathway, transported))),
            ],
            [.. feedback.Select(pathway => pathway.From)],
            [.. above.Select(pathway => pathway.Pathway.To)]);
    }
}
