using System.Runtime.CompilerServices;

namespace PalActors.Areas.Toolkit.Numerics;

/// <content>First pass: uniforms from the counter.</content>
internal static partial class BoxMuller
{
    /// <summary>Writes u1 and u2.</summary>
    [MethodImpl(Kernel.Compiled)]
    private static void Uniforms<TVector, TBits, TLanes>(
        ulong seed, uint purpose, long tick, int ticks, uint first, int perTick, ref double z)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        TBits k0 = TLanes.CreateBits(seed), k1 = TLanes.CreateBits(seed >> 32), last = TLanes.CreateBits(purpose);
        int block = 0, blocks = ticks * perTick, count = TLanes.Count;
        uint index = first, end = first + (uint)perTick;
        for (; block <= blocks - (4 * count); block += 4 * count)
        {
            FourVectors<TBits> c0, c1, c2, c3;
            c3.A = c3.B = c3.C = c3.D = last;
            Count<TVector, TBits, TLanes>(ref tick, ref index, first, end, out c0.A, out c1.A, out c2.A);
            Count<TVector, TBits, TLanes>(ref tick, ref index, first, end, out c0.B, out c1.B, out c2.B);
            Count<TVector, TBits, TLanes>(ref tick, ref index, first, end, out c0.C, out c1.C, out c2.C);
            Count<TVector, TBits, TLanes>(ref tick, ref index, first, end, out c0.D, out c1.D, out c2.D);
            Philox4x32.Blocks<TVector, TBits, TLanes>(ref c0, ref c1, ref c2, ref c3, k0, k1);
            StoreUniforms<TVector, TBits, TLanes>(c0.A, c1.A, c2.A, c3.A, block, ref z);
            StoreUniforms<TVector, TBits, TLanes>(c0.B, c1.B, c2.B, c3.B, block + count, ref z);
            StoreUniforms<TVector, TBits, TLanes>(c0.C, c1.C, c2.C, c3.C, block + (2 * count), ref z);
            StoreUniforms<TVector, TBits, TLanes>(c0.D, c1.D, c2.D, c3.D, block + (3 * count), ref z);
        }

        for (; block < blocks; block += count)
        {
            TBits c3 = last;
            Count<TVector, TBits, TLanes>(ref tick, ref index, first, end, out TBits c0, out TBits c1, out TBits c2);
            Philox4x32.Blocks<TVector, TBits, TLanes>(ref c0, ref c1, ref c2, ref c3, k0, k1);
            StoreUniforms<TVector, TBits, TLanes>(c0, c1, c2, c3, block, ref z);
        }
    }

    /// <summary>Makes the next vector of counters, up to their last word.</summary>
    /// <remarks>
    /// Blocks <paramref name="first"/> up to <paramref name="end"/>, itself excluded, of a tick, then of the next one.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Count<TVector, TBits, TLanes>(
        ref long tick, ref uint index, uint first, uint end, out TBits c0, out TBits c1, out TBits c2)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        c0 = TLanes.CreateBits((ulong)tick);
        c1 = TLanes.CreateBits((ulong)tick >> 32);
        c2 = TLanes.Sequence(index);
        index += (uint)TLanes.Count;
        if (index != end)
            return;
        index = first;
        tick++;
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
