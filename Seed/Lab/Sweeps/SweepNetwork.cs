using PalActors.Lab.Weights;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Sweeps;

/// <summary>A network of a sweep.</summary>
/// <param name="Point">The index of its point.</param>
/// <param name="Plan">The network; its number is its index in the sweep.</param>
/// <param name="Identity">Start of the rows of this network and of no other: point, seed and model.</param>
public sealed record SweepNetwork(int Point, NetworkPlan Plan, string Identity)
{
    /// <summary>Weights that it starts from; null for drawn ones.</summary>
    internal StartingWeights? Weights { get; init; }
}
