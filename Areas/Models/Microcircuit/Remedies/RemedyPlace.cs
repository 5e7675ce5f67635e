using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Remedies;

/// <summary>Pathway for which a remedy against delays makes a part.</summary>
/// <param name="Network">The network.</param>
/// <param name="Pathway">The pathway.</param>
/// <param name="IsNoisy">Whether the learning model has noise.</param>
internal sealed record RemedyPlace(RemedyNetwork Network, Pathway Pathway, bool IsNoisy)
{
    /// <summary>Pyramidal cells of the lower area.</summary>
    public int Size => Network.Graph.Cells[Pathway.From];

    /// <summary>Pyramidal cells of the upper area.</summary>
    public int SizeAbove => Network.Graph.Cells[Pathway.To];

    /// <summary>Nominal delay of the link down, ticks.</summary>
    public int DelayDown => Network.Links.DelayDown[Pathway];

    /// <summary>Nominal delays of both links, ticks.</summary>
    public int RoundTrip => Network.Links.RoundTrip(Pathway);
}
