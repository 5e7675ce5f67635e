using System.Numerics;

namespace PalActors.Areas.Toolkit.Numerics;

/// <content>Integers and shuffles.</content>
public sealed partial class LegacyRandomState
{
    /// <summary>Draws an integer in [0, bound): <c>randint(bound)</c>.</summary>
    public int RandInt(int bound) => RandInt(0, bound);

    /// <summary>Draws an integer in [low, high): <c>randint(low, high)</c>.</summary>
    public int RandInt(int low, int high)
    {
        if (high <= low)
            throw new ArgumentOutOfRangeException(nameof(high), high, $"no integer is at least {low} and below {high}");
        return unchecked(low + (int)Masked((uint)((long)high - low - 1)));
    }

    /// <summary>Shuffles <paramref name="items"/> in place: <c>shuffle</c> of a list or a vector.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = (int)Masked((uint)i);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>Shuffles the rows of a matrix in place: <c>shuffle</c> of a two-dimensional array.</summary>
    /// <remarks>The matrix is stored row after row.</remarks>
    public void ShuffleRows<T>(Span<T> matrix, int columns)
    {
        if (columns <= 0 || matrix.Length % columns != 0)
        {
            throw new ArgumentException(
                $"{matrix.Length} values are no whole number of rows of {columns}", nameof(columns));
        }

        int[] order = new int[matrix.Length / columns];
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        Shuffle<int>(order);

        T[] source = matrix.ToArray();
        for (int i = 0; i < order.Length; i++)
            source.AsSpan(order[i] * columns, columns).CopyTo(matrix[(i * columns)..]);
    }

    /// <summary>Draws an integer from 0 to <paramref name="largest"/>.</summary>
    /// <remarks>Words are cut to as many bits as it has, until one is not above it.</remarks>
    private uint Masked(uint largest)
    {
        if (largest == 0)
            return 0;
        uint mask = uint.MaxValue >> BitOperations.LeadingZeroCount(largest);
        uint value;
        do
        {
            value = NextWord() & mask;
        }
        while (value > largest);
        return value;
    }
}
