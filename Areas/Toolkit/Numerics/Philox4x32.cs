using System.Runtime.CompilerServices;

namespace PalActors.Areas.Toolkit.Numerics;

/// <summary>Counter-based generator Philox4x32-10: a keyed bijection of 128-bit blocks.</summary>
/// <remarks>
/// Salmon, Moraes, Dror, Shaw: "Parallel random numbers: as easy as 1, 2, 3", SC 2011. There is no state; block c is a
/// function of c and the key alone.
/// </remarks>
public static class Philox4x32
{
    private const int Rounds = 10;
    private const uint Multiplier0 = 0xD251_1F53;
    private const uint Multiplier1 = 0xCD9E_8D57;
    private const uint Weyl0 = 0x9E37_79B9;
    private const uint Weyl1 = 0xBB67_AE85;

    /// <summary>Replaces the counter, four 32-bit words, by its random block under the key (k0, k1).</summary>
    public static void Block(ref uint c0, ref uint c1, ref uint c2, ref uint c3, uint k0, uint k1)
    {
        for (int round = 0; round < Rounds; round++)
        {
            ulong product0 = (ulong)Multiplier0 * c0;
            ulong product1 = (ulong)Multiplier1 * c2;
            c0 = (uint)(product1 >> 32) ^ c1 ^ k0;
            c1 = (uint)product1;
            c2 = (uint)(product0 >> 32) ^ c3 ^ k1;
            c3 = (uint)product0;
            k0 += Weyl0;
            k1 += Weyl1;
        }
    }

    /// <summary>Replaces as many counters as there are lanes by their random blocks.</summary>
    /// <remarks>
    /// Each 64-bit lane holds a word of counter or key in its low half. The upper halves make no difference on entry;
    /// on return they are not zero.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Blocks<TVector, TBits, TLanes>(
        ref TBits c0, ref TBits c1, ref TBits c2, ref TBits c3, TBits k0, TBits k1)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        for (int round = 0; round < Rounds; round++)
        {
            Round<TVector, TBits, TLanes>(ref c0, ref c1, ref c2, ref c3, k0, k1);
            k0 = TLanes.AddBits(k0, TLanes.CreateBits(Weyl0));
            k1 = TLanes.AddBits(k1, TLanes.CreateBits(Weyl1));
        }
    }

    /// <summary>Replaces four vectors of counters by their random blocks at once.</summary>
    /// <remarks>
    /// A block's ten rounds are one long chain of dependences: four chains side by side take little longer than one.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Blocks<TVector, TBits, TLanes>(
        ref FourVectors<TBits> c0, ref FourVectors<TBits> c1, ref FourVectors<TBits> c2, ref FourVectors<TBits> c3,
        TBits k0, TBits k1)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        for (int round = 0; round < Rounds; round++)
        {
            Round<TVector, TBits, TLanes>(ref c0.A, ref c1.A, ref c2.A, ref c3.A, k0, k1);
            Round<TVector, TBits, TLanes>(ref c0.B, ref c1.B, ref c2.B, ref c3.B, k0, k1);
            Round<TVector, TBits, TLanes>(ref c0.C, ref c1.C, ref c2.C, ref c3.C, k0, k1);
            Round<TVector, TBits, TLanes>(ref c0.D, ref c1.D, ref c2.D, ref c3.D, k0, k1);
            k0 = TLanes.AddBits(k0, TLanes.CreateBits(Weyl0));
            k1 = TLanes.AddBits(k1, TLanes.CreateBits(Weyl1));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round<TVector, TBits, TLanes>(
        ref TBits c0, ref TBits c1, ref TBits c2, ref TBits c3, TBits k0, TBits k1)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        TBits product0 = TLanes.MultiplyLow32(TLanes.CreateBits(Multiplier0), c0);
        TBits product1 = TLanes.MultiplyLow32(TLanes.CreateBits(Multiplier1), c2);
        c0 = TLanes.Xor(TLanes.ShiftRight(product1, 32), TLanes.Xor(c1, k0));
        c1 = product1;
        c2 = TLanes.Xor(TLanes.ShiftRight(product0, 32), TLanes.Xor(c3, k1));
        c3 = product0;
    }
}
