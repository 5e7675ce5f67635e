namespace PalActors.Clustering.Reports;

/// <summary>Status of a network of a run.</summary>
/// <param name="Network">Its number.</param>
/// <param name="Model">Its learning model.</param>
/// <param name="Seed">Its random seed.</param>
/// <param name="Generation">Generation of its actors.</param>
/// <param name="Tick">Last tick that all areas have completed.</param>
/// <param name="Places">Nodes with the areas that they host.</param>
public sealed record NetworkStatus(
    int Network, string Model, ulong Seed, int Generation, long Tick, IReadOnlyList<NodeAreas> Places);

/// <summary>Areas of a network on one node.</summary>
/// <param name="Node">Name of the node.</param>
/// <param name="Areas">Names of the areas.</param>
public sealed record NodeAreas(string Node, IReadOnlyList<string> Areas);
