using CsCheck;
using PalActors.Areas.Actors;
using PalActors.Messages.Frames;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.Actors;

/// <summary>The assembler against a dictionary of all that has come: exactly the whole frames come out.</summary>
public sealed class FrameAssemblerTests
{
    private const int Width = 37;
    private const int Parts = 2;
    private const int PieceSize = 200;

    private static readonly FrameCut s_cut = new(Width, Parts, PieceSize);

    [Fact]
    public void WholeFramesComeOutWhateverIsLostRepeatedOrReordered() => Gen.Select(Gen.Int[1, 8], Gen.Int).Sample(
        (reach, seed) =>
        {
            Random random = new(seed);
            FrameAssembler assembler = new(s_cut, reach, new RequestPacing());
            Dictionary<long, HashSet<int>> came = [];
            Dictionary<long, EmissionFrame> whole = [];
            long needed = 1;
            for (int step = 0; step < 400; step++)
            {
                // As the inbox does, ask only for ticks in reach that have not arrived.
                long tick = needed + random.Next(0, reach);
                if (whole.ContainsKey(tick))
                    continue;
                int index = random.Next(s_cut.Count);
                EmissionFrame? frame = assembler.Accept(Pieces(tick)[index], needed);
                came.TryAdd(tick, []);
                came[tick].Add(index);
                Assert.Equal(came[tick].Count == s_cut.Count, frame is not null);
                if (frame is not null)
                    whole.Add(tick, frame);
                while (whole.ContainsKey(needed) && random.Next(2) == 0)
                {
                    // It held its values as long as it was needed.
                    Assert.True(Frame(needed).SameBits(whole[needed]));
                    needed++;
                }

                // Ticks may be over without their frames: free-running areas skip emissions.
                if (random.Next(50) == 0)
                    needed++;
                foreach (long over in whole.Keys.Where(over => over < needed).ToArray())
                    whole.Remove(over);
            }

            foreach ((long tick, EmissionFrame frame) in whole)
                Assert.True(Frame(tick).SameBits(frame));
        },
        iter: 400);

    [Fact]
    public void ManyTicksNeedNoMoreBuffersThanAreInUseAtATime()
    {
        FrameAssembler assembler = new(s_cut, 4, new RequestPacing());
        HashSet<EmissionFrame> buffers = new(ReferenceEqualityComparer.Instance);
        for (long tick = 1; tick <= 100; tick++)
        {
            // One that stays incomplete, and one that is used.
            assembler.Accept(Pieces(tick + 1)[0], tick);
            EmissionFrame frame = Give(assembler, Pieces(tick), tick)!;
            Assert.True(Frame(tick).SameBits(frame));
            buffers.Add(frame);
        }

        Assert.Equal(2, buffers.Count);
    }

    [Fact]
    public void AfterTheFirstBufferTicksAllocateNothing()
    {
        FrameAssembler assembler = new(s_cut, 2, new RequestPacing());
        FramePiece[][] ticks = [.. Enumerable.Range(1, 100).Select(tick => Pieces(tick))];
        long[] allocated = new long[ticks.Length];
        for (int i = 0; i < ticks.Length; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            foreach (FramePiece piece in ticks[i])
                assembler.Accept(piece, i + 1);
            allocated[i] = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        // The first buffer; a collection meanwhile counts the rest of the thread's buffer as allocated.
        Assert.InRange(allocated[0], Width * Parts * sizeof(double), long.MaxValue);
        Assert.InRange(allocated.Count(bytes => bytes > 0), 1, 10);
    }

    [Fact]
    public void PiecesOfOtherCutsAreIgnored()
    {
        FrameAssembler assembler = new(s_cut, 2, new RequestPacing());
        FramePiece[] pieces = Pieces(1);
        EmissionFrame frame = Frame(1);
        (int First, int Count)[] wrong =
        [
            (0, 8), (0, 16), (8, 24), (1, 24), (23, 24), (0, 32), (0, 80), (72, 1), (72, 7), (79, 1), (24, 25), (48, 0),
        ];
        foreach (FramePiece piece in pieces[..^1])
        {
            Assert.Null(assembler.Accept(piece, 1));
            foreach ((int first, int count) in wrong)
            {
                double[] junk = [.. Enumerable.Repeat(double.NaN, count)];
                Assert.Null(assembler.Accept(new FramePiece(frame.Header, first, junk), 1));
            }
        }

        Assert.True(frame.SameBits(assembler.Accept(pieces[^1], 1)!));
    }

    [Fact]
    public void FramesThatClaimLaterTicksGiveWay()
    {
        FrameAssembler assembler = new(s_cut, 2, new RequestPacing());
        // Two false ones, whole and begun, take all the room.
        EmissionFrame whole = Give(assembler, Pieces(900), 1)!;
        assembler.Accept(Pieces(800)[0], 1);
        Assert.Null(Give(assembler, Pieces(1000), 1));

        EmissionFrame first = Give(assembler, Pieces(1), 1)!, second = Give(assembler, Pieces(2), 1)!;

        Assert.True(Frame(1).SameBits(first));
        Assert.True(Frame(2).SameBits(second));
        // Whoever still holds it is not disturbed.
        Assert.True(Frame(900).SameBits(whole));
        Assert.Null(Give(assembler, Pieces(3), 1));
        Assert.True(Frame(900).SameBits(Give(assembler, Pieces(900), 3)!));
    }

    [Fact]
    public void PiecesOfTicksThatAreOverAreIgnored()
    {
        FrameAssembler assembler = new(s_cut, 2, new RequestPacing());
        FramePiece[] held = new EmissionFrame(FrameKind.Stimulus, 1, 0, 1, 0, 100, 1, 1)
        {
            FirstTick = 1,
            TickCount = 20,
        }.CutBy(24);
        FrameCut cut = new(100, 1, PieceSize);
        Assert.Null(Give(new FrameAssembler(cut, 2, new RequestPacing()), held, 21));
        Assert.NotNull(Give(new FrameAssembler(cut, 2, new RequestPacing()), held, 20));
        Assert.Null(Give(assembler, Pieces(4), 5));
    }

    private static EmissionFrame? Give(FrameAssembler assembler, FramePiece[] pieces, long needed)
    {
        EmissionFrame? frame = null;
        foreach (FramePiece piece in pieces)
            frame = assembler.Accept(piece, needed) ?? frame;
        return frame;
    }

    private static FramePiece[] Pieces(long tick) => Frame(tick).CutBy(PieceSize / sizeof(double) / 8 * 8);

    private static EmissionFrame Frame(long tick)
    {
        EmissionFrame frame = new(FrameKind.Up, 1, 0, 1, 1, Width, Parts, 1) { FirstTick = tick, TickCount = 1 };
        for (int part = 0; part < Parts; part++)
        {
            for (int i = 0; i < Width; i++)
                frame.Part(tick, part)[i] = (1000 * tick) + (100 * part) + i;
        }

        return frame;
    }
}
