using System.Runtime.CompilerServices;

namespace PalActors.Areas.Toolkit.Numerics;

/// <content>First pass: uniforms from the counter.</content>
internal static partial class BoxMuller
{
    /// <summary>Writes u1 and u2.</summary>
    [MethodImpl(Kernel.Compiled)]
    private static void Uniforms<TVector, TBits, TLanes>(
        ulong seed, uint purpose, long tick, uint first, int blocks, ref double z)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        TBits k0 = TLanes.CreateBits(seed);
        TBits k1 = TLanes.CreateBits(seed >> 32);
        TBits low = TLanes.CreateBits((ulong)tick);
        TBits high = TLanes.CreateBits((ulong)tick >> 32);
        TBits last = TLanes.CreateBits(purpose);
        int block = 0;
        for (; block <= blocks - (2 * TLanes.Count); block += 2 * TLanes.Count)
        {
            int next = block + TLanes.Count;
            TBits c0 = low, c1 = high, c2 = TLanes.Sequence(first + (uint)block), c3 = last;
            TBits d0 = low, d1 = high, d2 = TLanes.Sequence(first + (uint)next), d3 = last;
            Philox4x32.Blocks<TVector, TBits, TLanes>(
                ref c0, ref c1, ref c2, ref c3, ref d0, ref d1, ref d2, ref d3, k0, k1);
            StoreUniforms<TVector, TBits, TLanes>(c0, c1, c2, c3, block, ref z);
            StoreUniforms<TVector, TBits, TLanes>(d0, d1, d2, d3, next, ref z);
        }

        for (; block < blocks; block += TLanes.Count)
        {
            TBits c0 = low, c1 = high, c2 = TLanes.Sequence(first + (uint)block), c3 = last;
            Philox4x32.Blocks<TVector, TBits, TLanes>(ref c0, ref c1, ref c2, ref c3, k0, k1);
            StoreUniforms<TVector, TBits, TLanes>(c0, c1, c2, c3, block, ref z);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreUniforms<TVector, TBits, TLanes>(
        TBits w0, TBits w1, TBits w2, TBits w3, int block, ref double z)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        nuint at = Place(block);
        TVector u1 = Fraction<TVector, TBits, TLanes>(w0, w1, TLanes.Create(0.5 - (1.0 / (1UL << 53))));
        TLanes.Store(u1, ref z, at);
        TLanes.Store(Fraction<TVector, TBits, TLanes>(w2, w3, TLanes.Create(0.5)), ref z, at + Padding.Lanes);
    }

    /// <summary>
    /// Computes b(high, low) / 2^53 + (1/2 - <paramref name="offset"/>) exactly; bits above bit 31 are ignored.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Fraction<TVector, TBits, TLanes>(TBits high, TBits low, TVector offset)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        // Among the low bits of the double 2^20 the high word counts in units of 2^-32; among those of 1/2 the 21 bits
        // of the low word count in units of 2^-53.
        TBits word = TLanes.CreateBits(0xFFFF_FFFF);
        TVector two20 = TLanes.Create(1048576.0);
        TVector half = TLanes.Create(0.5);
        TVector top = TLanes.AsDouble(TLanes.Or(TLanes.And(high, word), TLanes.AsBits(two20)));
        TVector bottom = TLanes.AsDouble(TLanes.Or(TLanes.ShiftRight(TLanes.And(low, word), 11), TLanes.AsBits(half)));
        return TLanes.Add(TLanes.Subtract(top, two20), TLanes.Subtract(bottom, offset));
    }
}
