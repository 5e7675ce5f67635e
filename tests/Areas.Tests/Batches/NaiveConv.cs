using System.Numerics;
using PalActors.Areas.Toolkit.Batches;

namespace PalActors.Areas.Tests.Batches;

/// <summary>Convolutions by plain loops over arrays [cell, slot] without padding.</summary>
/// <remarks>With decimals it is the exact result; with floats and doubles the documented chain, bit by bit.</remarks>
internal static class NaiveConv
{
    public static TNumber[] Forward<TNumber>(
        TNumber[] w, TNumber[] r, TNumber[]? b, ConvShape shape, int slots,
        Func<TNumber, TNumber, TNumber, TNumber> fma)
        where TNumber : INumber<TNumber>
    {
        int k = shape.Kernel, side = shape.Side, output = shape.OutputSide;
        TNumber[] a = new TNumber[shape.Cells * slots];
        for (int at = 0; at < a.Length; at++)
        {
            int s = at % slots, position = at / slots, x = position % output, y = position / output % output;
            int f = position / output / output;
            TNumber sum = b is null ? TNumber.Zero : b[f];
            for (int n = 0; n < shape.FilterWeights; n++)
            {
                int c = n / k / k, i = n / k % k, j = n % k;
                sum = fma(
                    w[(f * shape.FilterWeights) + n],
                    r[(((((c * side) + y + i) * side) + x + j) * slots) + s],
                    sum);
            }

            a[at] = sum;
        }

        return a;
    }

    public static TNumber[] Back<TNumber>(
        TNumber[] w, TNumber[] s, ConvShape shape, int slots, Func<TNumber, TNumber, TNumber, TNumber> fma)
        where TNumber : INumber<TNumber>
    {
        int k = shape.Kernel, side = shape.Side, output = shape.OutputSide;
        TNumber[] a = new TNumber[shape.CellsBelow * slots];
        for (int at = 0; at < a.Length; at++)
        {
            int slot = at % slots, x = at / slots % side, y = at / slots / side % side, c = at / slots / side / side;
            for (int n = 0; n < shape.Filters * k * k; n++)
            {
                int f = n / k / k, i = n / k % k, j = n % k;
                if (y - i < 0 || y - i >= output || x - j < 0 || x - j >= output)
                    continue;
                a[at] = fma(
                    w[(((f * shape.Channels) + c) * k * k) + (i * k) + j],
                    s[(((((f * output) + y - i) * output) + x - j) * slots) + slot],
                    a[at]);
            }
        }

        return a;
    }

    public static TNumber[] Update<TNumber>(
        TNumber[] w, TNumber[] e, TNumber[] r, TNumber scale, TNumber decay, ConvShape shape, int slots, int lanes,
        Func<TNumber, TNumber, TNumber, TNumber> fma)
        where TNumber : INumber<TNumber>
    {
        int k = shape.Kernel, side = shape.Side, output = shape.OutputSide;
        TNumber[] result = new TNumber[w.Length];
        for (int n = 0; n < w.Length; n++)
        {
            int f = n / shape.FilterWeights, c = n / k / k % shape.Channels, i = n / k % k, j = n % k;
            TNumber[] parts = new TNumber[lanes];
            for (int at = 0; at < shape.Positions * slots; at++)
            {
                int s = at % slots, x = at / slots % output, y = at / slots / output;
                parts[s % lanes] = fma(
                    e[(f * shape.Positions * slots) + at],
                    r[(((((c * side) + y + i) * side) + x + j) * slots) + s],
                    parts[s % lanes]);
            }

            result[n] = fma(-decay, w[n], fma(scale, NaiveDense.Tree(parts), w[n]));
        }

        return result;
    }
}
