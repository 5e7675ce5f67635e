using PalActors.Areas.Contract.Models;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Weights;

/// <summary>A network whose weights are written.</summary>
/// <param name="Plan">The network, with the hash of its data.</param>
/// <param name="Cells">Its cell model.</param>
/// <param name="Tick">Tick after which they were taken.</param>
/// <param name="Builds">Builds that computed it.</param>
/// <param name="Read">Reads its matrices, perhaps more than once.</param>
internal sealed record WrittenNetwork(
    NetworkPlan Plan, IAreaModel Cells, long Tick, IReadOnlyList<BuildIdentity> Builds,
    Func<IReadOnlyList<StoredMatrix>> Read);
