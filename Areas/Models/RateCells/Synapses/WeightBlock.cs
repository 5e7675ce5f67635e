using System.Numerics;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.States;

namespace PalActors.Areas.Models.RateCells.Synapses;

/// <summary>Weights as blocks of a state, and from initial values.</summary>
internal static class WeightBlock
{
    /// <summary>Adds row-major weights to a state.</summary>
    public static void Describe<T>(string name, StateMap state, int rows, int columns, T[] weights)
        where T : unmanaged, IFloatingPointIeee754<T> => state.Block(
            name, rows, columns, () => ToDoubles(weights), values => Set(weights, values),
            () => Finite.All<T>(weights));

    /// <summary>Copies weights as doubles.</summary>
    public static double[] ToDoubles<T>(T[] weights)
        where T : unmanaged, INumberBase<T>
    {
        double[] values = new double[weights.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = double.CreateTruncating(weights[i]);
        return values;
    }

    /// <summary>Sets weights.</summary>
    /// <exception cref="ArgumentException">There are as many values as weights, or none.</exception>
    public static void Set<T>(T[] weights, double[] values)
        where T : unmanaged, INumberBase<T>
    {
        if (values.Length != weights.Length)
            throw new ArgumentException($"There are {values.Length} values; valid is {weights.Length}.");
        for (int i = 0; i < values.Length; i++)
            weights[i] = T.CreateTruncating(values[i]);
    }
}
