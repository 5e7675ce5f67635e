using System.Runtime.Intrinsics;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Tests.Numerics;

public sealed class Philox4x32Tests
{
    /// <summary>The known answers that come with the authors' Random123 library: counter, key, block.</summary>
    public static TheoryData<uint[], uint[], uint[]> KnownAnswers => new()
    {
        { [0, 0, 0, 0], [0, 0], [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8] },
        { [~0u, ~0u, ~0u, ~0u], [~0u, ~0u], [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd] },
        {
            [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0],
            [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1]
        },
    };

    [Theory]
    [MemberData(nameof(KnownAnswers))]
    public void GivesTheKnownAnswers(uint[] counter, uint[] key, uint[] block)
    {
        uint[] c = [.. counter];
        Philox4x32.Block(ref c[0], ref c[1], ref c[2], ref c[3], key[0], key[1]);
        Assert.Equal(block, c);
    }

    [Theory]
    [MemberData(nameof(KnownAnswers))]
    public void LanesGiveTheKnownAnswers(uint[] counter, uint[] key, uint[] block)
    {
        Assert.Equal(block, Lane<double, ulong, Lanes1>(counter, key, bits => bits));
        for (int lane = 0; lane < 4; lane++)
            Assert.Equal(block, Lane<Vector256<double>, Vector256<ulong>, Lanes256>(counter, key, bits => bits[lane]));
        for (int lane = 0; lane < 8; lane++)
            Assert.Equal(block, Lane<Vector512<double>, Vector512<ulong>, Lanes512>(counter, key, bits => bits[lane]));
    }

    /// <summary>One lane of both kernels, with junk in the upper halves of counter and key.</summary>
    private static uint[] Lane<TVector, TBits, TLanes>(uint[] counter, uint[] key, Func<TBits, ulong> pick)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        const ulong Junk = 0xABCD_0123_0000_0000;
        TBits[] c = [.. counter.Select(w => TLanes.CreateBits(Junk | w))];
        FourVectors<TBits> c0 = Four(c[0]), c1 = Four(c[1]), c2 = Four(c[2]), c3 = Four(c[3]);
        TBits k0 = TLanes.CreateBits(Junk | key[0]);
        TBits k1 = TLanes.CreateBits(Junk | key[1]);
        Philox4x32.Blocks<TVector, TBits, TLanes>(ref c[0], ref c[1], ref c[2], ref c[3], k0, k1);
        Philox4x32.Blocks<TVector, TBits, TLanes>(ref c0, ref c1, ref c2, ref c3, k0, k1);
        uint[] words = [.. c.Select(b => (uint)pick(b))];
        Assert.Equal(words, new[] { c0.A, c1.A, c2.A, c3.A }.Select(b => (uint)pick(b)));
        Assert.Equal(words, new[] { c0.B, c1.B, c2.B, c3.B }.Select(b => (uint)pick(b)));
        Assert.Equal(words, new[] { c0.C, c1.C, c2.C, c3.C }.Select(b => (uint)pick(b)));
        Assert.Equal(words, new[] { c0.D, c1.D, c2.D, c3.D }.Select(b => (uint)pick(b)));
        return words;
    }

    private static FourVectors<TBits> Four<TBits>(TBits word)
        where TBits : struct => new() { A = word, B = word, C = word, D = word };
}
