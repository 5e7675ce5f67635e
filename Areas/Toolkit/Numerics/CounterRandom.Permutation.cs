namespace PalActors.Areas.Toolkit.Numerics;

/// <content>Random permutations.</content>
public static partial class CounterRandom
{
    /// <summary>Writes a uniformly random permutation of 0 to n - 1.</summary>
    /// <remarks>
    /// It is a pure function of (seed, stream, round, n): Fisher and Yates' shuffle of the identity, i = n - 1 down to
    /// 1 swapped with j in [0, i]. The words come in order from the blocks of tick = <paramref name="round"/>, area 0,
    /// index 0, 1, 2, ...
    /// </remarks>
    public static void Permutation(ulong seed, RandomStream stream, long round, Span<int> order)
    {
        for (int i = 0; i < order.Length; i++)
            order[i] = i;

        var words = new WordSequence(seed, stream, round);
        for (int i = order.Length - 1; i > 0; i--)
        {
            int j = (int)words.NextBelow((uint)i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }
    }

    /// <summary>Words of successive blocks, one at a time.</summary>
    private struct WordSequence(ulong seed, RandomStream stream, long tick)
    {
        private (uint W0, uint W1, uint W2, uint W3) _block;
        private uint _taken;

        /// <summary>Draws an unbiased integer in [0, bound) by Lemire's method.</summary>
        /// <remarks>
        /// "Fast random integer generation in an interval", 2019: the high half of word * bound, unless the low half
        /// falls among the 2^32 mod bound values that are one too many.
        /// </remarks>
        public uint NextBelow(uint bound)
        {
            ulong product = (ulong)Next() * bound;
            if ((uint)product < bound)
            {
                uint surplus = unchecked(0 - bound) % bound;
                while ((uint)product < surplus)
                    product = (ulong)Next() * bound;
            }

            return (uint)(product >> 32);
        }

        private uint Next()
        {
            uint position = _taken % 4;
            if (position == 0)
                _block = Block(seed, stream, 0, _taken / 4, tick);
            _taken++;
            return position switch
            {
                0 => _block.W0,
                1 => _block.W1,
                2 => _block.W2,
                _ => _block.W3,
            };
        }
    }
}
