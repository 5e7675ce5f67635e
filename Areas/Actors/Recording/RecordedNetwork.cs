using PalActors.Areas.Contract.Models;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Actors.Recording;

/// <summary>A network of which something is recorded.</summary>
/// <param name="Plan">Its plan.</param>
/// <param name="Cells">Its cell model, which says the shapes of observables.</param>
public sealed record RecordedNetwork(NetworkPlan Plan, IAreaModel Cells);
