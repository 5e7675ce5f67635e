using System.Buffers.Binary;
using System.Runtime.InteropServices;
using PalActors.Messages.Frames;

namespace PalActors.Messages.Tests.Frames;

/// <summary>A million seeded cases of random bytes.</summary>
/// <remarks>
/// Each gives a <see cref="FrameFormatException"/> or a frame that encodes to the same bytes, and none allocates more
/// room than its bytes can fill.
/// </remarks>
public sealed class FrameFuzzTests
{
    // An exception with its message, or a frame and its array without values.
    private const int Constant = 4096;

    private static readonly int[] s_extremes =
        [int.MinValue, int.MinValue + 1, -1, 0, 1, 2, 3, 1 << 16, 1 << 29, 1 << 30, int.MaxValue - 1, int.MaxValue];

    private static readonly long[] s_extremeTicks =
    [
        long.MinValue, -1, 0, 1, int.MaxValue, uint.MaxValue, long.MaxValue - int.MaxValue, long.MaxValue - 1,
        long.MaxValue,
    ];

    [Theory]
    [InlineData("random bytes", 250_000, 1)]
    [InlineData("a frame with bytes changed", 300_000, 2)]
    [InlineData("a frame cut or extended", 200_000, 3)]
    [InlineData("a frame with extreme counts", 250_000, 4)]
    public void JunkIsRefusedOrAFrameAndTakesLittleRoom(string what, int cases, int seed)
    {
        Random random = new(seed);
        byte[][] frames = [.. Enumerable.Range(0, 64).Select(_ => Frame(random))];
        byte[] bytes = new byte[4096], again = new byte[4096];
        int read = 0;
        for (int i = -100; i < cases; i++)
        {
            int length = what switch
            {
                "random bytes" => Junk(bytes, random),
                "a frame with bytes changed" => Changed(frames[random.Next(frames.Length)], bytes, random),
                "a frame cut or extended" => Cut(frames[random.Next(frames.Length)], bytes, random),
                _ => Extreme(frames[random.Next(frames.Length)], bytes, random),
            };
            EmissionFrame? frame = Read(bytes.AsSpan(0, length), out long allocated);
            long most = Constant + (frame is null ? 0 : (length - FrameCodec.HeaderSize) * (long)FrameCodec.MaxPadding);
            // A collection ends the thread's buffer, whose rest then counts as allocated; it does so once, not again.
            for (int attempt = 0; allocated > most && attempt < 3; attempt++)
                Read(bytes.AsSpan(0, length), out allocated);
            // The first exceptions of a process load resources.
            if (allocated > most && i >= 0)
                Assert.Fail(
                    $"Case {i}: {allocated} bytes were allocated for {length}: "
                        + $"{Convert.ToHexString(bytes, 0, length)}");
            if (frame is null)
                continue;
            read++;
            if (FrameCodec.SizeOf(frame) != length || FrameCodec.Write(frame, again) != length
                || !bytes.AsSpan(0, length).SequenceEqual(again.AsSpan(0, length)))
                Assert.Fail(
                    $"Case {i}: a frame was read and says other bytes than {Convert.ToHexString(bytes, 0, length)}");
        }

        // Both outcomes must occur, else the test is void.
        Assert.InRange(read, cases / 1000, cases - (cases / 1000));
    }

    [Fact]
    public unsafe void AFrameThatHasNoRoomOncePaddedIsRefused()
    {
        // 2^27 + 1 ticks of a single value: a gigabyte of data, and 2^31 doubles as a ring. The memory is never written
        // to, so it is only reserved.
        const int ticks = (1 << 27) + 1;
        nuint length = FrameCodec.HeaderSize + ((nuint)ticks * sizeof(double));
        void* memory = NativeMemory.AllocZeroed(length);
        try
        {
            Span<byte> bytes = new(memory, (int)length);
            EmissionFrame written = new(FrameKind.Up, 1, 0, 1, 1, 1, 1, 1) { FirstTick = 1, TickCount = 1 };
            FrameCodec.Write(written, bytes);
            BinaryPrimitives.WriteInt32LittleEndian(bytes[36..], ticks);
            EmissionFrame? frame = Read(bytes, out _);
            Assert.Null(frame);
        }
        finally
        {
            NativeMemory.Free(memory);
        }
    }

    // Null if the bytes were refused; any other exception ends the test.
    private static EmissionFrame? Read(ReadOnlySpan<byte> bytes, out long allocated)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        EmissionFrame? frame = null;
        try
        {
            frame = FrameCodec.Read(bytes);
        }
        catch (FrameFormatException)
        {
        }

        allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return frame;
    }

    private static byte[] Frame(Random random)
    {
        int ticks = random.Next(1, 6);
        EmissionFrame frame = new(
            (FrameKind)random.Next(1, 5), random.NextInt64(), random.Next(), random.Next(), random.Next(),
            random.Next(1, 12), random.Next(1, 3), ticks)
        {
            FirstTick = random.NextInt64(1, 1000),
            TickCount = ticks,
        };
        random.NextBytes(MemoryMarshal.AsBytes(frame.Values.AsSpan()));
        byte[] bytes = new byte[FrameCodec.SizeOf(frame)];
        FrameCodec.Write(frame, bytes);
        return bytes;
    }

    private static int Junk(byte[] bytes, Random random)
    {
        int length = random.Next(4) == 0 ? random.Next(0, 200) : FrameCodec.HeaderSize + (8 * random.Next(0, 20));
        random.NextBytes(bytes.AsSpan(0, length));
        // Most get past the first checks, and some through all.
        if (length >= FrameCodec.HeaderSize && random.Next(8) > 0)
        {
            (bytes[0], bytes[1], bytes[2], bytes[3]) =
                (FrameCodec.Version, (byte)random.Next(0, 6), (byte)random.Next(0, 4), 0);
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(24), random.Next(-1, 5));
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(36), random.Next(-1, 5));
        }

        return length;
    }

    private static int Changed(byte[] frame, byte[] bytes, Random random)
    {
        frame.CopyTo(bytes, 0);
        for (int n = random.Next(1, 9); n > 0; n--)
            bytes[random.Next(random.Next(2) == 0 ? FrameCodec.HeaderSize : frame.Length)] ^= (byte)random.Next(1, 256);
        return frame.Length;
    }

    // What is appended or cut may be whole values, and the counts may say so.
    private static int Cut(byte[] frame, byte[] bytes, Random random)
    {
        random.NextBytes(bytes.AsSpan(0, frame.Length + 200));
        frame.CopyTo(bytes, 0);
        int length = random.Next(3) switch
        {
            0 => random.Next(frame.Length),
            1 => frame.Length + random.Next(1, 200),
            _ => frame.Length - (8 * random.Next((frame.Length - FrameCodec.HeaderSize) / 8)),
        };
        if (random.Next(2) == 0)
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(24), random.Next(1, 12));
        return length;
    }

    private static int Extreme(byte[] frame, byte[] bytes, Random random)
    {
        frame.CopyTo(bytes, 0);
        if (random.Next(4) == 0)
            BinaryPrimitives.WriteUInt16LittleEndian(
                bytes.AsSpan(2), (ushort)s_extremes[random.Next(s_extremes.Length)]);
        if (random.Next(2) == 0)
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(24), s_extremes[random.Next(s_extremes.Length)]);
        if (random.Next(2) == 0)
            BinaryPrimitives.WriteInt64LittleEndian(
                bytes.AsSpan(28), s_extremeTicks[random.Next(s_extremeTicks.Length)]);
        if (random.Next(2) == 0)
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(36), s_extremes[random.Next(s_extremes.Length)]);
        // Without values, counts whose product is zero modulo 2^32 or 2^64 would fit.
        return random.Next(4) == 0 ? FrameCodec.HeaderSize : frame.Length;
    }
}
