using System.Numerics;

namespace PalActors.Areas.Toolkit.Batches;

/// <summary>
/// Weight gradient of a convolution: W[f, c, i, j] += scale sum of e[f, y, x] r[c, y+i, x+j].
/// </summary>
/// <remarks>The sum runs over the slots and the positions (y, x) of the area.</remarks>
/// <typeparam name="T">double or float.</typeparam>
internal struct Correlation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Shapes of both images.</summary>
    public ConvShape Shape;

    /// <summary>Elements from cell to cell of both states.</summary>
    public int Stride;

    /// <summary>Slots of a row of the area's image.</summary>
    public SlotRuns<T> Runs;

    /// <summary>Weights [F, C, k, k].</summary>
    public T[] W;

    /// <summary>Errors of the area.</summary>
    public T[] E;

    /// <summary>Rates of the area below.</summary>
    public T[] R;

    /// <summary>Factor of the sum.</summary>
    public T Scale;

    /// <summary>Share of the old weights that is lost.</summary>
    public T Decay;

    /// <summary>Buffer for the sums, <see cref="SumsOfFilter"/> for each filter.</summary>
    public T[] Sums;

    /// <summary>For each weight of a filter the index of the rate that meets the first position.</summary>
    public int[] Places;

    /// <summary>Number of tiles of four weights of a filter, the last perhaps with fewer.</summary>
    public static int Tiles(ConvShape shape) => (shape.FilterWeights + 3) / 4;

    /// <summary>Elements of the buffer for one filter: a value per weight and logical lane.</summary>
    public static int SumsOfFilter(ConvShape shape) => checked(4 * Tiles(shape) * BatchLayout.Lanes<T>());

    /// <summary>Computes <see cref="Places"/>.</summary>
    /// <remarks>Beyond the last weight they are those of the last, whose sums are unused.</remarks>
    public static int[] PlacesOf(ConvShape shape, int stride)
    {
        int[] places = new int[4 * Tiles(shape)];
        int k = shape.Kernel;
        for (int weight = 0; weight < places.Length; weight++)
        {
            int n = Math.Min(weight, shape.FilterWeights - 1), c = n / (k * k), i = n / k % k, j = n % k;
            places[weight] = checked(((((c * shape.Side) + i) * shape.Side) + j) * stride);
        }

        return places;
    }
}
