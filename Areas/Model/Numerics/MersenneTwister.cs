namespace PalActors.Areas.Model.Numerics;

/// <summary>
/// MT19937 (Matsumoto and Nishimura: "Mersenne Twister", ACM TOMACS 8, 1998) with the seeding of its authors' later
/// <c>init_genrand</c>. For comparison with published runs only: its state of 624 words is a history, so what it yields depends on the
/// order of the draws. The simulation itself draws from <see cref="CounterRandom"/>.
/// </summary>
internal sealed class MersenneTwister
{
    /// <summary>Words of state.</summary>
    public const int Size = 624;

    private const int Shift = 397;
    private const uint UpperBit = 0x8000_0000;
    private readonly uint[] _words = new uint[Size];
    private int _position = Size;

    /// <summary>Seeds by the 32-bit rule.</summary>
    public MersenneTwister(uint seed)
    {
        _words[0] = seed;
        for (uint i = 1; i < Size; i++)
        {
            uint previous = _words[i - 1];
            _words[i] = unchecked((1812433253 * (previous ^ (previous >> 30))) + i);
        }
    }

    /// <summary>Continues from captured state.</summary>
    public MersenneTwister(ReadOnlySpan<uint> words, int position)
    {
        if (words.Length != Size || position is < 0 or > Size)
            throw new ArgumentException($"{words.Length} words at position {position}; MT19937 has {Size} words and a position from 0 to {Size}");
        words.CopyTo(_words);
        _position = position;
    }

    /// <summary>The words as they are.</summary>
    public ReadOnlySpan<uint> Words => _words;

    /// <summary>Words already taken.</summary>
    public int Position => _position;

    /// <summary>The next word.</summary>
    public uint Next()
    {
        if (_position == Size)
        {
            Twist();
            _position = 0;
        }

        uint y = _words[_position++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9D2C_5680;
        y ^= (y << 15) & 0xEFC6_0000;
        return y ^ (y >> 18);
    }

    private void Twist()
    {
        uint[] words = _words;
        for (int i = 0; i < Size - Shift; i++)
            words[i] = words[i + Shift] ^ Mixed(words[i], words[i + 1]);
        for (int i = Size - Shift; i < Size - 1; i++)
            words[i] = words[i + Shift - Size] ^ Mixed(words[i], words[i + 1]);
        words[Size - 1] = words[Shift - 1] ^ Mixed(words[Size - 1], words[0]);
    }

    private static uint Mixed(uint upper, uint lower)
    {
        uint y = (upper & UpperBit) | (lower & ~UpperBit);
        return (y >> 1) ^ ((uint)-(int)(y & 1) & 0x9908_B0DFu);
    }
}
