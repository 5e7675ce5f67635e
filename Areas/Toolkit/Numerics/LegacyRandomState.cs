using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace PalActors.Areas.Toolkit.Numerics;

/// <summary>Generator that equals numpy's legacy <c>RandomState(seed)</c>, draw for draw.</summary>
/// <remarks>
/// It serves runs that are compared seed for seed with the published simulator, which draws its weights, potentials,
/// noise and sample orders from it. The normals use this project's own logarithm instead of the platform's, so that
/// they are the same on every machine, within 2 units in the last place of numpy's.
/// </remarks>
public sealed partial class LegacyRandomState
{
    private MersenneTwister _generator;
    private double? _cachedNormal;

    /// <summary>Creates the generator <c>numpy.random.RandomState(seed)</c>.</summary>
    public LegacyRandomState(uint seed) => _generator = new MersenneTwister(seed);

    /// <summary>Creates a generator that goes on from <paramref name="snapshot"/>.</summary>
    public LegacyRandomState(LegacyRandomSnapshot snapshot)
    {
        _generator = new MersenneTwister(snapshot.Words.AsSpan(), snapshot.Position);
        _cachedNormal = snapshot.CachedNormal;
    }

    /// <summary>Captures the state, from which <see cref="Restore"/> continues with the same draws.</summary>
    public LegacyRandomSnapshot Capture() =>
        new(ImmutableArray.Create(_generator.Words), _generator.Position, _cachedNormal);

    /// <summary>Restores a captured state.</summary>
    public void Restore(LegacyRandomSnapshot snapshot)
    {
        _generator = new MersenneTwister(snapshot.Words.AsSpan(), snapshot.Position);
        _cachedNormal = snapshot.CachedNormal;
    }

    /// <summary>Draws the next 32-bit word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint NextWord() => _generator.Next();

    /// <summary>Draws a uniform value on [0, 1) from 53 bits of two words.</summary>
    /// <remarks>The words a, b give (floor(a / 2^5) 2^26 + floor(b / 2^6)) / 2^53.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double RandomDouble()
    {
        uint a = NextWord() >> 5;
        uint b = NextWord() >> 6;
        // The product with a power of two is as exact as the quotient.
        return ((a * 67108864.0) + b) * (1.0 / 9007199254740992.0);
    }

    /// <summary>Draws <paramref name="low"/> + (high - low) <see cref="RandomDouble"/>.</summary>
    public double Uniform(double low, double high) => low + ((high - low) * RandomDouble());

    /// <summary>Draws mean + deviation times a standard normal.</summary>
    public double Normal(double mean, double deviation) => mean + (deviation * Normal());

    /// <summary>Draws a standard normal by the polar form of Box and Muller.</summary>
    /// <remarks>
    /// Of a point in the unit circle the second coordinate is returned first, and the first one by the next call,
    /// whatever else is drawn in between.
    /// </remarks>
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
}
