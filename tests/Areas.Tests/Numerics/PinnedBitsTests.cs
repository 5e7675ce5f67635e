using System.Runtime.InteropServices;
using System.Security.Cryptography;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Tests.Numerics;

/// <summary>
/// Digests of runs rest on these bits: a change of one changes every digest ever published. Run with
/// <c>DOTNET_EnableAVX512=0</c>, <c>DOTNET_EnableAVX2=0</c> and <c>DOTNET_EnableHWIntrinsic=0</c>, it also shows that
/// they do not depend on the machine.
/// </summary>
public sealed class PinnedBitsTests
{
    private const int Count = 4096;

    [Fact]
    public void OfTheFunctions()
    {
        double[] x = new double[Count];
        for (int i = 0; i < Count; i++)
            x[i] = (i - 2048) / 64.0 * 1.0123456789;
        double[] unit = new double[Count];
        for (int i = 0; i < Count; i++)
            unit[i] = (i + 0.5) / Count;

        Assert.Equal("b528fea3b4fa9c59", Hash(Map<ExpFunction>(x)));
        Assert.Equal("d4ae46a41a1df230", Hash(Map<LogFunction>(unit)));
        Assert.Equal("36f5938abc725fe3", Hash(Map<Log1pFunction>(unit)));
        Assert.Equal("7322ed210e571ee0", Hash(Map<LogisticFunction>(x)));
        Assert.Equal("3895c876abdf81dc", Hash(Map<TanhFunction>(x)));
        Assert.Equal("5e5c64a7e29cd96a", Hash(Map<SoftPlusFunction>(x)));
    }

    [Fact]
    public void OfTheNormals()
    {
        double[] z = new double[Count];
        CounterRandom.Normals(123, RandomStream.Noise, 1, 1_000_000, z);
        Assert.Equal("b081a0ad2c28f967", Hash(z));
    }

    [Fact]
    public void OfAPermutation()
    {
        int[] order = new int[10];
        CounterRandom.Permutation(123, RandomStream.Shuffle, 1, order);
        Assert.Equal("1 4 2 5 8 0 3 7 6 9", string.Join(' ', order));
    }

    private static double[] Map<TFunction>(double[] x)
        where TFunction : struct, IUnaryFunction
    {
        double[] y = new double[x.Length];
        Elementwise.Map<TFunction>(x, y);
        return y;
    }

    /// <summary>The first 16 digits of the SHA-256 of the little-endian doubles.</summary>
    private static string Hash(double[] values) =>
        Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes<double>(values)))[..16];
}
