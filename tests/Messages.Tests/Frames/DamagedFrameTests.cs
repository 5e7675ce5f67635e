using System.Buffers.Binary;
using CsCheck;
using PalActors.Messages.Frames;

namespace PalActors.Messages.Tests.Frames;

/// <summary>
/// Known kinds of damage give a <see cref="FrameFormatException"/> that names them and costs no memory;
/// <see cref="FrameFuzzTests"/> covers the unknown ones.
/// </summary>
public sealed class DamagedFrameTests
{
    [Fact]
    public void EveryTruncationIsRefused() => FrameGen.Frame.Sample(
        frame =>
        {
            byte[] bytes = Written(frame);
            int step = Math.Max(1, bytes.Length / 200);
            for (int length = 0; length < bytes.Length; length += length < 48 ? 1 : step)
                Assert.Throws<FrameFormatException>(() => FrameCodec.Read(bytes.AsSpan(0, length)));
            Assert.Throws<FrameFormatException>(() => FrameCodec.Read([.. bytes, 0]));
        },
        iter: 40);

    [Theory]
    [InlineData(24, int.MaxValue)]
    [InlineData(24, int.MinValue)]
    [InlineData(24, 0)]
    [InlineData(36, int.MaxValue)]
    [InlineData(36, -1)]
    [InlineData(36, 0)]
    public void ACountThatTheBytesDoNotBearAllocatesNothing(int offset, int claim)
    {
        byte[] bytes = Written(Filled(5, new Random(3)));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(offset), claim);
        Refuse(bytes);
    }

    [Fact]
    public void BothCountsHugeDoNotOverflowIntoASmallSize()
    {
        // 2^31 - 1 ticks of 2 parts of 2^30 values: the product does not fit 64 bits of bytes.
        byte[] bytes = Written(Filled(5, new Random(4)));
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(2), 2);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(24), 1 << 30);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(36), int.MaxValue);
        Refuse(bytes);

        // A product that is 0 modulo 2^32 and modulo 2^64, with no values present.
        byte[] bare = bytes[..FrameCodec.HeaderSize];
        BinaryPrimitives.WriteInt32LittleEndian(bare.AsSpan(24), 1 << 30);
        BinaryPrimitives.WriteInt32LittleEndian(bare.AsSpan(36), 1 << 30);
        Refuse(bare);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-5, 1)]
    [InlineData(long.MinValue, 1)]
    [InlineData(long.MaxValue, 1)]
    [InlineData(long.MaxValue - 1, 2)]
    public void TicksOutsideTheCountableAreRefused(long firstTick, int ticks)
    {
        EmissionFrame frame = new(FrameKind.Up, 1, 0, 1, 1, 3, 1, ticks) { FirstTick = 1, TickCount = ticks };
        byte[] bytes = Written(frame);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(28), firstTick);
        Assert.Throws<FrameFormatException>(() => FrameCodec.Read(bytes));
    }

    [Fact]
    public void TheMessageNamesWhatIsWrong()
    {
        byte[] bytes = Written(Filled(3, new Random(5)));
        bytes[0] = 77;
        Assert.Contains(
            "77", Assert.Throws<FrameFormatException>(() => FrameCodec.Read(bytes)).Message, StringComparison.Ordinal);
        bytes[0] = FrameCodec.Version;
        bytes[1] = 99;
        Assert.Contains(
            "99", Assert.Throws<FrameFormatException>(() => FrameCodec.Read(bytes)).Message, StringComparison.Ordinal);
    }

    private static void Refuse(byte[] bytes)
    {
        // Once before measuring: the first exception of a process loads resources.
        Assert.Throws<FrameFormatException>(() => FrameCodec.Read(bytes));
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<FrameFormatException>(() => FrameCodec.Read(bytes));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    private static byte[] Written(EmissionFrame frame)
    {
        byte[] bytes = new byte[FrameCodec.SizeOf(frame)];
        FrameCodec.Write(frame, bytes);
        return bytes;
    }

    private static EmissionFrame Filled(int width, Random random)
    {
        EmissionFrame frame =
            new((FrameKind)(1 + (width % 4)), 7, 1, 2, 3, width, 1 + (width % 2), 2) { FirstTick = 100, TickCount = 2 };
        for (int i = 0; i < frame.Values.Length; i++)
            frame.Values[i] = random.NextDouble();
        return frame;
    }
}
