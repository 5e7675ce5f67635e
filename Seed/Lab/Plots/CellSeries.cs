namespace PalActors.Lab.Plots;

/// <summary>A recorded quantity of the cells of an area, over time.</summary>
/// <param name="Title">Network and area.</param>
/// <param name="Quantity">The quantity with its unit.</param>
/// <param name="Cells">Numbers of the recorded cells.</param>
/// <param name="Times">Times, ms, ascending.</param>
/// <param name="Values">Values of the cells at each time.</param>
/// <param name="Phases">Begin and end of each phase, ms, and the split that is shown.</param>
internal sealed record CellSeries(
    string Title, string Quantity, int[] Cells, double[] Times, double[][] Values,
    IReadOnlyList<(double Start, double End, string Split)> Phases);
