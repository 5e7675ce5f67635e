using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PalActors.Areas.Toolkit.Numerics;

/// <summary>Mersenne Twister MT19937 with the seeding of its authors' later <c>init_genrand</c>.</summary>
/// <remarks>
/// Matsumoto and Nishimura: "Mersenne Twister", ACM TOMACS 8, 1998. For comparison with published runs only: its state
/// of 624 words is a history, so its words depend on the order of the draws. The simulation itself draws from
/// <see cref="CounterRandom"/>.
/// </remarks>
internal sealed class MersenneTwister
{
    /// <summary>Number of words of state.</summary>
    public const int Size = 624;

    private const int Shift = 397;
    private const uint UpperBit = 0x8000_0000;
    private const uint Twisting = 0x9908_B0DF;
    private readonly uint[] _words = new uint[Size];
    private readonly uint[] _tempered = new uint[Size];
    private int _position = Size;

    /// <summary>Creates a generator seeded by the 32-bit rule.</summary>
    public MersenneTwister(uint seed)
    {
        _words[0] = seed;
        for (uint i = 1; i < Size; i++)
        {
            uint previous = _words[i - 1];
            _words[i] = unchecked((1812433253 * (previous ^ (previous >> 30))) + i);
        }
    }

    /// <summary>Creates a generator that continues from captured state.</summary>
    public MersenneTwister(ReadOnlySpan<uint> words, int position)
    {
        if (words.Length != Size || position is < 0 or > Size)
        {
            throw new ArgumentException(
                $"{words.Length} words at position {position}; "
                + $"MT19937 has {Size} words and a position from 0 to {Size}");
        }

        words.CopyTo(_words);
        _position = position;
        Temper();
    }

    /// <summary>Words as they are, before tempering.</summary>
    public ReadOnlySpan<uint> Words => _words;

    /// <summary>Number of words already taken.</summary>
    public int Position => _position;

    /// <summary>Draws the next word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Next()
    {
        if (_position == Size)
            Refill();
        return _tempered[_position++];
    }

    /// <summary>Draws the next words of this round, at least one and at most <paramref name="most"/>.</summary>
    /// <returns>The words, valid until the next draw.</returns>
    public ReadOnlySpan<uint> Next(int most)
    {
        if (_position == Size)
            Refill();
        ReadOnlySpan<uint> words = _tempered.AsSpan(_position, Math.Min(most, Size - _position));
        _position += words.Length;
        return words;
    }

    /// <summary>Passes over <paramref name="count"/> words, faster than drawing them.</summary>
    public void Skip(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        long left = Size - _position;
        if (count <= left)
        {
            _position += (int)count;
            return;
        }

        // Rounds of which no word is drawn need no tempering.
        for (count -= left; count > Size; count -= Size)
            Twist();
        Refill();
        _position = (int)count;
    }

    private void Refill()
    {
        Twist();
        Temper();
        _position = 0;
    }

    // Makes all words of a round at once, in vectors. Word i needs words i, i + 1 and i + 397 of the round before, or
    // of this one where that wraps around.
    private void Twist()
    {
        Twist(0, Size - Shift, Shift);
        Twist(Size - Shift, Size - 1, Shift - Size);
        _words[Size - 1] = _words[Shift - 1] ^ Mixed(_words[Size - 1], _words[0]);
    }

    private void Twist(int from, int to, int shift)
    {
        ref uint words = ref MemoryMarshal.GetArrayDataReference(_words);
        int i = from;
        Vector256<uint> upper = Vector256.Create(UpperBit), twisting = Vector256.Create(Twisting);
        for (; i <= to - Vector256<uint>.Count; i += Vector256<uint>.Count)
        {
            Vector256<uint> y = Vector256.ConditionalSelect(
                upper, Vector256.LoadUnsafe(ref words, (nuint)i), Vector256.LoadUnsafe(ref words, (nuint)(i + 1)));
            Vector256<uint> odd = Vector256.AndNot(
                twisting, Vector256.Equals(y & Vector256<uint>.One, Vector256<uint>.Zero));
            (Vector256.LoadUnsafe(ref words, (nuint)(i + shift)) ^ (y >>> 1) ^ odd).StoreUnsafe(ref words, (nuint)i);
        }

        for (; i < to; i++)
            _words[i] = _words[i + shift] ^ Mixed(_words[i], _words[i + 1]);
    }

    private void Temper()
    {
        ref uint words = ref MemoryMarshal.GetArrayDataReference(_words);
        ref uint tempered = ref MemoryMarshal.GetArrayDataReference(_tempered);
        for (nuint i = 0; i < Size; i += (nuint)Vector256<uint>.Count)
        {
            Vector256<uint> y = Vector256.LoadUnsafe(ref words, i);
            y ^= y >>> 11;
            y ^= (y << 7) & Vector256.Create(0x9D2C_5680u);
            y ^= (y << 15) & Vector256.Create(0xEFC6_0000u);
            (y ^ (y >>> 18)).StoreUnsafe(ref tempered, i);
        }
    }

    private static uint Mixed(uint upper, uint lower)
    {
        uint y = (upper & UpperBit) | (lower & ~UpperBit);
        return (y >> 1) ^ ((uint)-(int)(y & 1) & Twisting);
    }
}
