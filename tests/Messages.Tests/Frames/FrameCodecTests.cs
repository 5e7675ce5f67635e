using CsCheck;
using PalActors.Messages.Frames;

namespace PalActors.Messages.Tests.Frames;

public sealed class FrameCodecTests
{
    [Fact]
    public void WhatIsWrittenIsReadToTheBit() => FrameGen.Frame.Sample(
        frame =>
        {
            byte[] bytes = new byte[FrameCodec.SizeOf(frame)];
            Assert.Equal(bytes.Length, FrameCodec.Write(frame, bytes));
            EmissionFrame read = FrameCodec.Read(bytes);
            AssertSame(frame, read);

            // Decode again: neither padding nor the rest of the ring is encoded.
            byte[] again = new byte[FrameCodec.SizeOf(read)];
            FrameCodec.Write(read, again);
            Assert.Equal(bytes, again);
        },
        iter: 3000);

    [Fact]
    public void SizeIsTheHeaderAndTheValuesWithoutPadding() => FrameGen.Frame.Sample(
        frame => Assert.Equal(
            40 + 8 * frame.Width * frame.Parts * (frame.Held ? 1 : frame.TickCount), FrameCodec.SizeOf(frame)),
        iter: 1000);

    [Fact]
    public void WritesInsideALargerBufferAndNoFurther() => FrameGen.Frame.Sample(
        frame =>
        {
            byte[] bytes = new byte[FrameCodec.SizeOf(frame) + 16];
            Array.Fill(bytes, (byte)0xA5);
            int size = FrameCodec.Write(frame, bytes);
            Assert.All(bytes[size..], b => Assert.Equal(0xA5, b));
            AssertSame(frame, FrameCodec.Read(bytes.AsSpan(0, size)));
        },
        iter: 300);

    [Fact]
    public void ATargetThatIsTooSmallIsRefusedWithBothSizes() => FrameGen.Frame.Sample(
        frame =>
        {
            int size = FrameCodec.SizeOf(frame);
            ArgumentException error = Assert.Throws<ArgumentException>(
                () => FrameCodec.Write(frame, new byte[size - 1]));
            Assert.Contains($"{size}", error.Message, StringComparison.Ordinal);
            Assert.Contains($"{size - 1}", error.Message, StringComparison.Ordinal);
        },
        iter: 100);

    [Fact]
    public void TheLayoutIsPinned()
    {
        EmissionFrame frame = new(FrameKind.Down, 0x0102030405060708, 9, 10, 11, width: 1, parts: 2, capacity: 1)
        {
            FirstTick = 5,
            TickCount = 1,
        };
        frame.Part(5, 0)[0] = 1.0;
        frame.Part(5, 1)[0] = -2.0;
        byte[] bytes = new byte[FrameCodec.SizeOf(frame)];
        FrameCodec.Write(frame, bytes);
        Assert.Equal(
            "01" + "02" + "0200" + "0807060504030201"
                + "09000000" + "0A000000" + "0B000000" + "01000000" + "0500000000000000" + "01000000"
            + "000000000000F03F" + "00000000000000C0",
            Convert.ToHexString(bytes));
    }

    [Fact]
    public void FramesOverASharedRingCarryTheirOwnTicks()
    {
        // A ring of eight ticks, and frames of three ticks at every offset, also across its end.
        double[] ring = new double[8 * 8];
        for (long first = 1; first < 40; first++)
        {
            EmissionFrame frame =
                new(FrameKind.Up, 1, 2, 3, 4, width: 5, parts: 1, ring) { FirstTick = first, TickCount = 3 };
            for (long tick = first; tick < first + 3; tick++)
                frame.Part(tick, 0)[..5].Fill(tick);
            byte[] bytes = new byte[FrameCodec.SizeOf(frame)];
            FrameCodec.Write(frame, bytes);
            EmissionFrame read = FrameCodec.Read(bytes);
            for (long tick = first; tick < first + 3; tick++)
                Assert.All(read.Part(tick, 0)[..5].ToArray(), value => Assert.Equal(tick, value));
        }
    }

    private static void AssertSame(EmissionFrame expected, EmissionFrame actual)
    {
        Assert.Equal(
            (
                expected.Kind, expected.Run, expected.Network, expected.Generation, expected.Source, expected.Width,
                expected.Parts, expected.FirstTick, expected.TickCount),
            (
                actual.Kind, actual.Run, actual.Network, actual.Generation, actual.Source, actual.Width, actual.Parts,
                actual.FirstTick, actual.TickCount));
        Assert.Equal(FrameGen.Bits(FrameGen.ValuesOf(expected)), FrameGen.Bits(FrameGen.ValuesOf(actual)));
    }
}
