namespace PalActors.Areas.Toolkit.Draws;

/// <summary>Initial weights of an area, with a row for each post-synaptic cell.</summary>
/// <param name="W">
/// Forward weights: [cell, cell below] of a dense area, [filter, channel, row, column] of a convolution.
/// </param>
/// <param name="Biases">A bias for each cell of a dense area, for each filter of a convolution.</param>
/// <param name="B">
/// Feedback weights; null if there are none. From this area to the one below they are [cell below, cell] of a dense
/// area, [filter, channel, row, column] of a convolution; direct ones from the top to this area are [cell, top cell] or
/// [filter, row, column, top cell].
/// </param>
public sealed record TorchWeights(float[] W, float[] Biases, float[]? B);
