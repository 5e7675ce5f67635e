using System.Buffers.Binary;
using System.Runtime.InteropServices;
using CsCheck;
using PalActors.Messages.Frames;

namespace PalActors.Messages.Tests.Frames;

/// <summary>Bytes that are no piece, or claim values that their frame cannot have.</summary>
public sealed class DamagedPieceTests
{
    private const int FirstAt = 40;

    [Fact]
    public void EveryTruncationIsRefusedUnlessWholeValuesRemain() => PieceGen.Piece.Sample(
        piece =>
        {
            byte[] bytes = Written(piece);
            int step = Math.Max(1, bytes.Length / 200);
            for (int length = 0; length < bytes.Length; length += length < 60 ? 1 : step)
            {
                if (length >= 52 && (length - 44) % 8 == 0)
                    Assert.Equal((length - 44) / 8, PieceCodec.Read(bytes.AsSpan(0, length)).Count);
                else
                    Assert.Throws<FrameFormatException>(() => PieceCodec.Read(bytes.AsSpan(0, length)));
            }

            Assert.Throws<FrameFormatException>(() => PieceCodec.Read([.. bytes, 0]));
        },
        iter: 100);

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    [InlineData(200)]
    [InlineData(97)]
    public void ARangeOutsideTheFrameIsRefused(int first)
    {
        // 97 values are padded to 104: eight of them can begin at 96 at the latest.
        byte[] bytes = Written(Piece(width: 97, parts: 1, first: 96));
        PieceCodec.Read(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(FirstAt), first);
        Refuse(bytes);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 0)]
    [InlineData(1, 99)]
    [InlineData(2, 0)]
    [InlineData(2, 65)]
    [InlineData(24, 0)]
    [InlineData(27, 0x80)]
    [InlineData(36, 0)]
    [InlineData(36, 2)]
    [InlineData(39, 0x80)]
    public void AClaimThatNoFrameCouldMakeIsRefused(int offset, byte value)
    {
        byte[] bytes = Written(Piece(width: 97, parts: 1, first: 96));
        bytes[offset] = value;
        Refuse(bytes);
    }

    [Fact]
    public void AHugeFrameTakesNoMoreRoomThanTheBytesOfThePiece()
    {
        byte[] bytes = Written(Piece(width: int.MaxValue, parts: 64, first: int.MaxValue - 7));
        Assert.Equal(8, PieceCodec.Read(bytes).Count);
        // The least of several: a collection meanwhile counts the rest of the thread's buffer as allocated.
        Assert.InRange(Enumerable.Range(0, 20).Min(_ => Allocated(bytes)), 1, 1000);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public void JunkIsRefusedOrAPieceOfTheSameBytes(bool isRandom, int seed)
    {
        Random random = new(seed);
        byte[] whole = Written(Piece(width: 97, parts: 2, first: 96));
        int read = 0;
        for (int i = 0; i < 100_000; i++)
        {
            byte[] bytes = [.. whole];
            if (isRandom)
                random.NextBytes(bytes.AsSpan(24));
            bytes[random.Next(bytes.Length)] ^= (byte)random.Next(1, 256);
            // Counts that are not refused at once.
            if (isRandom && random.Next(8) > 0)
            {
                BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(24), random.Next(-1, 200));
                BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(36), random.Next(0, 3));
                BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(FirstAt), random.Next(-8, 400));
                bytes[35] &= 0x7F;
            }

            try
            {
                Assert.Equal(bytes, Written(PieceCodec.Read(bytes)));
                read++;
            }
            catch (FrameFormatException)
            {
            }
        }

        // Both outcomes must occur, else the test is void.
        Assert.InRange(read, 1000, 99_000);
    }

    private static long Allocated(byte[] bytes)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        PieceCodec.Read(bytes);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static FramePiece Piece(int width, int parts, int first)
    {
        double[] values = new double[8];
        new Random(1).NextBytes(MemoryMarshal.AsBytes(values.AsSpan()));
        return new FramePiece(new FrameHeader(FrameKind.Up, 1, 2, 3, 4, width, parts, 7, 1), first, values);
    }

    private static void Refuse(byte[] bytes) => Assert.Throws<FrameFormatException>(() => PieceCodec.Read(bytes));

    private static byte[] Written(FramePiece piece)
    {
        byte[] bytes = new byte[PieceCodec.SizeOf(piece)];
        PieceCodec.Write(piece, bytes);
        return bytes;
    }
}
