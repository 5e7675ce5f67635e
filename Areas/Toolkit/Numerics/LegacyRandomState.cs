using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PalActors.Areas.Toolkit.Numerics;

/// <summary>
/// numpy's legacy <c>RandomState(seed)</c>, draw for draw: for runs that are compared seed for seed with the published
/// simulator, which draws its weights, potentials, noise and sample orders from it. The normals use this project's own
/// logarithm instead of the platform's, so that they are the same on every machine, within 2 units in the last place of numpy's.
/// </summary>
public sealed partial class LegacyRandomState
{
    private MersenneTwister _generator;
    private double? _cachedNormal;

    /// <summary>The generator <c>numpy.random.RandomState(seed)</c>.</summary>
    public LegacyRandomState(uint seed) => _generator = new MersenneTwister(seed);

    /// <summary>A generator that goes on from <paramref name="snapshot"/>.</summary>
    public LegacyRandomState(LegacyRandomSnapshot snapshot)
    {
        _generator = new MersenneTwister(snapshot.Words.AsSpan(), snapshot.Position);
        _cachedNormal = snapshot.CachedNormal;
    }

    /// <summary>The state, from which <see cref="Restore"/> continues with the same draws.</summary>
    public LegacyRandomSnapshot Capture() => new(ImmutableArray.Create(_generator.Words), _generator.Position, _cachedNormal);

    /// <summary>Goes back to a captured state.</summary>
    public void Restore(LegacyRandomSnapshot snapshot)
    {
        _generator = new MersenneTwister(snapshot.Words.AsSpan(), snapshot.Position);
        _cachedNormal = snapshot.CachedNormal;
    }

    /// <summary>The next 32-bit word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint NextWord() => _generator.Next();

    /// <summary>Uniform on [0, 1): 53 bits of two words a, b as (floor(a / 2^5) 2^26 + floor(b / 2^6)) / 2^53.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double RandomDouble()
    {
        uint a = NextWord() >> 5;
        uint b = NextWord() >> 6;
        // The product with a power of two is as exact as the quotient.
        return ((a * 67108864.0) + b) * (1.0 / 9007199254740992.0);
    }

    /// <summary><paramref name="low"/> + (high - low) <see cref="RandomDouble"/>.</summary>
    public double Uniform(double low, double high) => low + ((high - low) * RandomDouble());

    /// <summary>mean + deviation times a standard normal.</summary>
    public double Normal(double mean, double deviation) => mean + (deviation * Normal());

    /// <summary>
    /// A standard normal by the polar form of Box and Muller: of a point in the unit circle the second coordinate is returned
    /// first, and the first one by the next call, whatever else is drawn in between.
    /// </summary>
    public double Normal()
    {
        if (_cachedNormal is { } cached)
        {
            _cachedNormal = null;
            return cached;
        }

        double x1, x2, square;
        do
        {
            x1 = (2.0 * RandomDouble()) - 1.0;
            x2 = (2.0 * RandomDouble()) - 1.0;
            square = (x1 * x1) + (x2 * x2);
        }
        while (square is >= 1.0 or 0.0);

        double factor = Math.Sqrt(-2.0 * PortableMath.Log(square) / square);
        _cachedNormal = factor * x1;
        return factor * x2;
    }

    /// <summary>An integer in [0, bound): <c>randint(bound)</c>.</summary>
    public int RandInt(int bound) => RandInt(0, bound);

    /// <summary>An integer in [low, high): <c>randint(low, high)</c>.</summary>
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

    /// <summary>Shuffles the rows of a matrix in place, stored row after row: <c>shuffle</c> of a two-dimensional array.</summary>
    public void ShuffleRows<T>(Span<T> matrix, int columns)
    {
        if (columns <= 0 || matrix.Length % columns != 0)
            throw new ArgumentException($"{matrix.Length} values are no whole number of rows of {columns}", nameof(columns));
        int[] order = new int[matrix.Length / columns];
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        Shuffle<int>(order);

        T[] source = matrix.ToArray();
        for (int i = 0; i < order.Length; i++)
            source.AsSpan(order[i] * columns, columns).CopyTo(matrix[(i * columns)..]);
    }

    /// <summary>An integer from 0 to <paramref name="largest"/>: words cut to as many bits as it has, until one is not above it.</summary>
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
