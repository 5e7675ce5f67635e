using CsCheck;
using PalActors.Messages.Frames;
using PalActors.TestKit;

namespace PalActors.Messages.Tests.Frames;

/// <summary>Pieces of frames as views, copies and bytes.</summary>
public sealed class PieceCodecTests
{
    [Fact]
    public void WhatIsWrittenIsReadToTheBit() => PieceGen.Piece.Sample(
        piece =>
        {
            byte[] bytes = new byte[PieceCodec.SizeOf(piece)];
            Assert.Equal(44 + (8 * piece.Count), bytes.Length);
            Assert.Equal(bytes.Length, PieceCodec.Write(piece, bytes));
            FramePiece read = PieceCodec.Read(bytes);
            AssertSame(piece, read);
            AssertSame(piece, piece.Copy());
        },
        iter: 2000);

    [Fact]
    public void AllPiecesOfAFrameMakeTheFrame() => PieceGen.Frame.Sample(
        frame =>
        {
            FrameCut cut = new(frame.Width, frame.Parts, 128);
            EmissionFrame joined = Enumerable.Range(0, cut.Count)
                .Select(i => new FramePiece(frame, cut.First(i), cut.Length(i)))
                .Reverse().Join();
            Assert.True(frame.SameBits(joined));
        },
        iter: 500);

    [Fact]
    public void AViewFollowsItsFrameAndACopyDoesNot()
    {
        // Two ticks of one part of twelve values, padded to sixteen.
        EmissionFrame frame = new(FrameKind.Up, 1, 2, 3, 4, 12, 1, 2) { FirstTick = 1, TickCount = 1 };
        frame.Part(1, 0).Fill(1);
        frame.Part(2, 0).Fill(2);
        FramePiece piece = new(frame, 8, 8), copy = piece.Copy();
        frame.FirstTick = 2;
        piece.Follow(frame);
        Assert.Equal(2, piece.Header.FirstTick);
        Assert.All(piece.Values.ToArray(), value => Assert.Equal(2, value));
        frame.Part(1, 0).Fill(-1);
        Assert.Equal(1, copy.Header.FirstTick);
        Assert.All(copy.Values.ToArray(), value => Assert.Equal(1, value));
    }

    [Fact]
    public void TheLayoutIsPinned()
    {
        FrameHeader header = new(FrameKind.Stimulus, 0x0102030405060708, 9, 10, 11, 300, 1, 5, 20);
        FramePiece piece = new(header, 256, [1.0, -2.0]);
        byte[] bytes = new byte[PieceCodec.SizeOf(piece)];
        PieceCodec.Write(piece, bytes);
        Assert.Equal(
            "01" + "03" + "0100" + "0807060504030201"
                + "09000000" + "0A000000" + "0B000000" + "2C010000" + "0500000000000000" + "14000000"
            + "00010000" + "000000000000F03F" + "00000000000000C0",
            Convert.ToHexString(bytes));
    }

    [Fact]
    public void ATargetThatIsTooSmallIsRefusedWithBothSizes()
    {
        FramePiece piece = new(new FrameHeader(FrameKind.Up, 1, 0, 1, 1, 100, 1, 1, 1), 0, new double[8]);
        ArgumentException error = Assert.Throws<ArgumentException>(() => PieceCodec.Write(piece, new byte[107]));
        Assert.Contains("108", error.Message, StringComparison.Ordinal);
        Assert.Contains("107", error.Message, StringComparison.Ordinal);
    }

    private static void AssertSame(FramePiece expected, FramePiece actual)
    {
        Assert.Equal((expected.Header, expected.First, expected.Count), (actual.Header, actual.First, actual.Count));
        Assert.Equal(FrameGen.Bits(expected.Values.ToArray()), FrameGen.Bits(actual.Values.ToArray()));
    }
}
