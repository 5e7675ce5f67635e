using System.Buffers.Binary;
using PalActors.Messages.Control;

namespace PalActors.Messages.Tests.Control;

/// <summary>Values and their bytes, a few at a time, for any number of values.</summary>
public sealed class ValueBytesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_536)]
    [InlineData(200_001)]
    public void TheBytesAreLittleEndianAndComeInOrderSomeAtATime(int count)
    {
        double[] values = [.. Enumerable.Range(0, count).Select(i => (i / 7.0) - 1000)];
        byte[] expected = new byte[8 * count];
        for (int i = 0; i < count; i++)
            BinaryPrimitives.WriteDoubleLittleEndian(expected.AsSpan(8 * i), values[i]);

        List<byte> bytes = [];
        int most = 0;
        ValueBytes.Read(values, some =>
        {
            bytes.AddRange(some);
            most = Math.Max(most, some.Length);
        });
        double[] back = new double[count];
        int at = 0;
        ValueBytes.Write(back, some =>
        {
            expected.AsSpan(at, some.Length).CopyTo(some);
            at += some.Length;
        });

        Assert.Equal(expected, bytes);
        Assert.Equal(values, back);
        Assert.InRange(most, Math.Min(count, 1), 1 << 19);
    }
}
