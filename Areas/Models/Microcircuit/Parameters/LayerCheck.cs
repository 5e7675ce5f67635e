using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Areas.Models.Microcircuit.Parameters;

/// <summary>Check of the sizes of a network.</summary>
internal static class LayerCheck
{
    /// <summary>Refuses sizes that make no hierarchy, or matrices that are too large.</summary>
    /// <param name="layers">Neurons per area, input first.</param>
    /// <exception cref="ParameterException">A size is refused.</exception>
    public static void Check(int[] layers)
    {
        if (layers.Length < 2)
        {
            throw new ParameterException(
                "layers",
                $"layers has {layers.Length} sizes; a hierarchy has at least an input and one area above it.");
        }

        for (int i = 0; i < layers.Length; i++)
        {
            if (layers[i] < 1)
                throw new ParameterException("layers", $"layers[{i}] is {layers[i]}; an area has at least 1 neuron.");
        }

        CheckMatrices(layers);
    }

    // W of an area has the shape of its B below, transposed.
    private static void CheckMatrices(int[] layers)
    {
        for (int below = 0; below < layers.Length - 1; below++)
        {
            int area = below + 1, rows = layers[area], columns = layers[below];
            long weights = Math.Max(WeightMatrix.PaddedSize(rows, columns), WeightMatrix.PaddedSize(columns, rows));
            if (weights <= WeightMatrix.MostWeights)
                continue;
            throw new ParameterException(
                "layers",
                $"layers has {rows} neurons in area {area} and {columns} below, "
                + $"{(long)rows * columns} weights between them; "
                + $"valid is at most {WeightMatrix.MostWeights} in a matrix.");
        }
    }
}
