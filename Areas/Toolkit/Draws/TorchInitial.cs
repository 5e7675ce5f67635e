using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Draws;

/// <summary>Initial weights of the authors' torch program for networks of rate cells.</summary>
/// <remarks>
/// Areas draw bottom up: W, the feedback if it is fixed, biases, the feedback if it is learned; a convolution draws its
/// feedback last in any case. Direct feedback follows after all areas, bottom up. Area 1 draws feedback to the input
/// too, which nothing uses.
/// </remarks>
public static class TorchInitial
{
    /// <summary>Standard deviation in the published runs.</summary>
    public const double Deviation = 0.05;

    /// <summary>Draws the weights of all areas; a pool has null.</summary>
    /// <param name="random">Generator, at its start for a published run.</param>
    /// <param name="areas">Areas 1 to the top, in this order.</param>
    /// <param name="feedback">Which feedback is drawn.</param>
    /// <param name="deviation">Standard deviation of all weights and biases.</param>
    public static PerArea<TorchWeights?> Draw(
        TorchGenerator random, IReadOnlyList<TorchArea> areas, TorchFeedback feedback, double deviation = Deviation)
    {
        TorchWeights?[] weights = new TorchWeights?[areas.Count];
        for (int i = 0; i < areas.Count; i++)
        {
            weights[i] = areas[i] switch
            {
                TorchArea.Dense dense => Draw(random, dense, feedback, deviation),
                TorchArea.Convolution convolution => Draw(random, convolution, feedback, deviation),
                _ => null,
            };
        }

        for (int i = 0; i < areas.Count - 1 && feedback == TorchFeedback.Direct; i++)
        {
            if (weights[i] is { } below)
                weights[i] = below with { B = Direct(random, areas[i], areas[^1].Cells, deviation) };
        }

        return new PerArea<TorchWeights?>(weights);
    }

    private static TorchWeights Draw(
        TorchGenerator random, TorchArea.Dense area, TorchFeedback feedback, double deviation)
    {
        float[] stored = new float[area.Inputs * area.Size], biases = new float[area.Size];
        float[]? b = feedback is TorchFeedback.Fixed or TorchFeedback.Learned ? new float[stored.Length] : null;
        random.Normals(stored, deviation);
        if (feedback == TorchFeedback.Fixed)
            DrawView(random, b, area.Inputs, area.Size, deviation);
        random.Normals(biases, deviation);
        if (feedback == TorchFeedback.Learned)
            DrawView(random, b, area.Inputs, area.Size, deviation);

        // torch stores W as [cell below, cell].
        float[] w = new float[stored.Length];
        for (int i = 0; i < area.Inputs; i++)
        {
            for (int k = 0; k < area.Size; k++)
                w[(k * area.Inputs) + i] = stored[(i * area.Size) + k];
        }

        return new TorchWeights(w, biases, b);
    }

    private static TorchWeights Draw(
        TorchGenerator random, TorchArea.Convolution area, TorchFeedback feedback, double deviation)
    {
        float[] w = new float[area.Filters * area.Channels * area.Kernel * area.Kernel];
        float[] biases = new float[area.Filters];
        random.Normals(w, deviation);
        random.Normals(biases, deviation);
        float[]? b = null;
        if (feedback is TorchFeedback.Fixed or TorchFeedback.Learned)
            random.Normals(b = new float[w.Length], deviation);
        return new TorchWeights(w, biases, b);
    }

    private static float[] Direct(TorchGenerator random, TorchArea area, int top, double deviation)
    {
        float[] stored = new float[area.Cells * top];
        DrawView(random, stored, area.Cells, top, deviation);
        if (area is not TorchArea.Convolution image)
            return stored;

        // torch stores [filter, column, row, top cell].
        float[] b = new float[stored.Length];
        for (int i = 0; i < area.Cells; i++)
        {
            int filter = i / (image.Rows * image.Columns), row = i / image.Columns % image.Rows;
            int from = (((filter * image.Columns) + (i % image.Columns)) * image.Rows) + row;
            stored.AsSpan(from * top, top).CopyTo(b.AsSpan(i * top));
        }

        return b;
    }

    // A transposed view is drawn one by one, but a transposed vector is contiguous.
    private static void DrawView(TorchGenerator random, Span<float> stored, int rows, int columns, double deviation)
    {
        if (rows == 1 || columns == 1)
            random.Normals(stored, deviation);
        else
            random.NormalsOneByOne(stored, deviation);
    }
}
