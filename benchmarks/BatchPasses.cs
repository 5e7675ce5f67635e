using System.Numerics;
using PalActors.Areas.Toolkit.Batches;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Benchmarks;

/// <summary>One pass that is measured.</summary>
/// <param name="Shape">Shape, as printed.</param>
/// <param name="Name">Name of the pass.</param>
/// <param name="MultiplyAdds">Multiply-adds of a pass.</param>
/// <param name="Run">Does the pass.</param>
internal sealed record BatchPass(string Shape, string Name, long MultiplyAdds, Action Run);

/// <summary>Passes over random weights and states.</summary>
internal static class BatchPasses
{
    /// <summary>Creates the passes over a dense matrix.</summary>
    public static IEnumerable<BatchPass> Dense<T>(int rows, int columns, int slots, RowSplit split)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        DenseBatch<T> dense = new(rows, columns, slots, split);
        T[] w = Fill(new T[rows * columns]), b = new T[rows], above = Fill(BatchLayout.Allocate<T>(rows, slots)),
            below = Fill(BatchLayout.Allocate<T>(columns, slots)), a = BatchLayout.Allocate<T>(rows, slots),
            q = BatchLayout.Allocate<T>(columns, slots);
        T small = T.CreateTruncating(1e-6);
        string shape = $"{rows}x{columns}, batch {slots}";
        long work = (long)rows * columns * slots;
        yield return new(shape, "forward", work, () => dense.Forward(w, below, b, a));
        yield return new(shape, "back", work, () => dense.Back(w, above, q));
        yield return new(shape, "update", work, () => dense.Update(w, above, below, small, T.Zero));
        HeldBatch<T> held = new(columns, rows, slots, split);
        T[] g = BatchLayout.Allocate<T>(slots, slots);
        yield return new(shape, "gram", (long)columns * slots * slots, () => held.Gram(below, g));
        yield return new(shape, "held step", (long)rows * slots * slots, () => held.Step(a, above, g, small));
    }

    /// <summary>Creates the passes over a convolution.</summary>
    public static IEnumerable<BatchPass> Convolution<T>(ConvShape shape, int slots, RowSplit split)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ConvBatch<T> conv = new(shape, slots, split);
        T[] w = Fill(new T[shape.Weights]), b = new T[shape.Filters], a = BatchLayout.Allocate<T>(shape.Cells, slots),
            above = Fill(BatchLayout.Allocate<T>(shape.Cells, slots)),
            below = Fill(BatchLayout.Allocate<T>(shape.CellsBelow, slots)),
            q = BatchLayout.Allocate<T>(shape.CellsBelow, slots);
        T small = T.CreateTruncating(1e-6);
        int side = shape.Side, k = shape.Kernel;
        string text = $"{shape.Filters}x{shape.Channels}x{k}x{k} over {side}x{side}, batch {slots}";
        long work = (long)shape.Weights * shape.Positions * slots;
        yield return new(text, "forward", work, () => conv.Forward(w, below, b, a));
        yield return new(text, "back", work, () => conv.Back(w, above, q));
        yield return new(text, "update", work, () => conv.Update(w, above, below, small, T.Zero));
        yield return new(text, "bias", (long)shape.Cells * slots, () => conv.UpdateBias(b, above, small));
    }

    private static T[] Fill<T>(T[] array)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Random random = new(1);
        for (int i = 0; i < array.Length; i++)
            array[i] = T.CreateTruncating((0.1 * random.NextDouble()) - 0.05);
        return array;
    }
}
