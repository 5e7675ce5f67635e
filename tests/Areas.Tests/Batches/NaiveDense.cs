using System.Numerics;

namespace PalActors.Areas.Tests.Batches;

/// <summary>Dense products by plain loops over arrays [cell, slot] without padding.</summary>
/// <remarks>With decimals it is the exact result; with floats and doubles the documented chain, bit by bit.</remarks>
internal static class NaiveDense
{
    public static TNumber[] Forward<TNumber>(
        TNumber[] w, TNumber[] r, TNumber[]? b, int rows, int columns, int slots,
        Func<TNumber, TNumber, TNumber, TNumber> fma)
        where TNumber : INumber<TNumber>
    {
        TNumber[] a = new TNumber[rows * slots];
        for (int i = 0; i < rows; i++)
        {
            for (int s = 0; s < slots; s++)
            {
                TNumber sum = b is null ? TNumber.Zero : b[i];
                for (int j = 0; j < columns; j++)
                    sum = fma(w[(i * columns) + j], r[(j * slots) + s], sum);
                a[(i * slots) + s] = sum;
            }
        }

        return a;
    }

    public static TNumber[] Turn<TNumber>(TNumber[] w, int rows, int columns)
    {
        TNumber[] turned = new TNumber[w.Length];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
                turned[(j * rows) + i] = w[(i * columns) + j];
        }

        return turned;
    }

    /// <summary>Computes W + scale e r^T - decay W.</summary>
    public static TNumber[] Update<TNumber>(
        TNumber[] w, TNumber[] e, TNumber[] r, TNumber scale, TNumber decay, int rows, int columns, int slots,
        Func<TNumber, TNumber, TNumber, TNumber> fma)
        where TNumber : INumber<TNumber>
    {
        TNumber[] sums = Forward(e, Turn(r, columns, slots), null, rows, slots, columns, fma);
        return [.. w.Zip(sums, (old, sum) => fma(-decay, old, fma(scale, sum, old)))];
    }

    /// <summary>Computes the sum of each row: slot s in lane s mod lanes, then lanes in halves.</summary>
    public static TNumber[] RowSums<TNumber>(TNumber[] e, int rows, int slots, int lanes)
        where TNumber : INumber<TNumber>
    {
        TNumber[] sums = new TNumber[rows];
        int length = e.Length / rows;
        for (int i = 0; i < rows; i++)
        {
            TNumber[] parts = new TNumber[lanes];
            for (int at = 0; at < length; at++)
                parts[at % slots % lanes] += e[(i * length) + at];
            sums[i] = Tree(parts);
        }

        return sums;
    }

    public static TNumber Tree<TNumber>(TNumber[] parts)
        where TNumber : INumber<TNumber> => parts.Length == 1
            ? parts[0]
            : Tree([.. parts.Take(parts.Length / 2).Zip(parts.Skip(parts.Length / 2), (low, high) => low + high)]);
}
