using System.Runtime.CompilerServices;

namespace PalActors.Areas.Toolkit.Numerics;

/// <summary>
/// The kernel of <see cref="CounterRandom.Normals(ulong, RandomStream, int, long, Span{double})"/>. Block i of a span
/// yields the values at 2 i - i mod 8 (with the cosine) and 8 further on (with the sine).
/// </summary>
/// <remarks>
/// Three passes over the span, each of which leaves its result there for the next. The operations of one block, from the
/// counter to the sine, are a single chain of dependences that fills the processor's whole window; in short loops the
/// chains of successive vectors overlap, which is a third faster even with 16 values.
/// </remarks>
internal static class BoxMuller
{
    /// <summary>Values in a group: 8 cosines and 8 sines.</summary>
    public const int Group = 2 * Padding.Lanes;

    /// <summary>The smallest multiple of <see cref="Group"/> that is not below <paramref name="count"/>.</summary>
    public static int RoundUpToGroup(int count) => (count + Group - 1) & -Group;

    /// <summary>The normals of the blocks <paramref name="first"/> to first + <paramref name="blocks"/> - 1, a multiple of the lanes.</summary>
    public static void Fill<TVector, TBits, TLanes>(ulong seed, uint purpose, long tick, int first, int blocks, ref double z)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        Uniforms<TVector, TBits, TLanes>(seed, purpose, tick, (uint)first, blocks, ref z);
        Radii<TVector, TBits, TLanes>(blocks, ref z);
        Rotate<TVector, TBits, TLanes>(blocks, ref z);
    }

    /// <summary>u1 and u2.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Uniforms<TVector, TBits, TLanes>(ulong seed, uint purpose, long tick, uint first, int blocks, ref double z)
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
            Philox4x32.Blocks<TVector, TBits, TLanes>(ref c0, ref c1, ref c2, ref c3, ref d0, ref d1, ref d2, ref d3, k0, k1);
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

    /// <summary>sqrt(-2 ln u1) in place of u1.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Radii<TVector, TBits, TLanes>(int blocks, ref double z)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        for (int block = 0; block < blocks; block += TLanes.Count)
        {
            nuint at = Place(block);
            TVector log = PortableMath.LogOfNormal<TVector, TBits, TLanes>(
                TLanes.Load(in z, at), TLanes.Create(PortableMath.ExponentOffset));
            TLanes.Store(TLanes.Sqrt(TLanes.Multiply(log, TLanes.Create(-2.0))), ref z, at);
        }
    }

    /// <summary>The radius times cosine and sine, in place of the radius and u2.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Rotate<TVector, TBits, TLanes>(int blocks, ref double z)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        for (int block = 0; block < blocks; block += TLanes.Count)
        {
            nuint at = Place(block);
            TVector radius = TLanes.Load(in z, at);
            PortableMath.SinCosTurns<TVector, TBits, TLanes>(TLanes.Load(in z, at + Padding.Lanes), out TVector sin, out TVector cos);
            TLanes.Store(TLanes.Multiply(radius, cos), ref z, at);
            TLanes.Store(TLanes.Multiply(radius, sin), ref z, at + Padding.Lanes);
        }
    }

    private static nuint Place(int block) => (nuint)((2 * block) - (block % Padding.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreUniforms<TVector, TBits, TLanes>(TBits w0, TBits w1, TBits w2, TBits w3, int block, ref double z)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        nuint at = Place(block);
        TVector u1 = Fraction<TVector, TBits, TLanes>(w0, w1, TLanes.Create(0.5 - (1.0 / (1UL << 53))));
        TLanes.Store(u1, ref z, at);
        TLanes.Store(Fraction<TVector, TBits, TLanes>(w2, w3, TLanes.Create(0.5)), ref z, at + Padding.Lanes);
    }

    /// <summary>b(high, low) / 2^53 + (1/2 - <paramref name="offset"/>), exactly. What is above bit 31 of a word is ignored.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Fraction<TVector, TBits, TLanes>(TBits high, TBits low, TVector offset)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        // As the low bits of the double 2^20 the high word counts in units of 2^-32, in 1/2 the low word's 21 bits in 2^-53.
        TBits word = TLanes.CreateBits(0xFFFF_FFFF);
        TVector two20 = TLanes.Create(1048576.0);
        TVector half = TLanes.Create(0.5);
        TVector top = TLanes.AsDouble(TLanes.Or(TLanes.And(high, word), TLanes.AsBits(two20)));
        TVector bottom = TLanes.AsDouble(TLanes.Or(TLanes.ShiftRight(TLanes.And(low, word), 11), TLanes.AsBits(half)));
        return TLanes.Add(TLanes.Subtract(top, two20), TLanes.Subtract(bottom, offset));
    }
}
