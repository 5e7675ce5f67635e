using PalActors.Areas.Contract.Links;
using PalActors.Areas.Contract.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Remedies;

/// <summary>Network as remedies against delays see it.</summary>
/// <param name="Graph">Areas and pathways.</param>
/// <param name="Links">Delays.</param>
/// <param name="Dt">Euler step, ms.</param>
/// <param name="Values">Values of the remedies' parameters.</param>
internal sealed record RemedyNetwork(AreaGraph Graph, LinkOptions Links, double Dt, ParameterReader Values);
