using PalActors.Areas.Actors;
using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Clustering.Nodes;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.Actors;

/// <summary>An area whose neighbours live elsewhere, and whose frames do not fit a message.</summary>
public sealed class AreaActorPieceTests() : Akka.TestKit.Xunit2.TestKit(ActorSystems.Configuration(1, 1))
{
    private const long End = 40;
    private const int PieceValues = 8;

    // 20, 18 and 12 values are padded to 24, 24 and 16.
    private const int PiecesUp = 3, PiecesOut = 3, PiecesDown = 2;

    private readonly HistoryLoop _loop = Record();

    [Fact]
    public void ItSendsInPiecesWhatThePlainLoopEmits()
    {
        AreaHarness harness = Connect().Grant(End);
        // Tick by tick, since pieces are reused like frames.
        for (long tick = 1; tick <= End; tick++)
            harness.Feed(_loop.Up(1, tick), _loop.Down(3, tick)).Settle();

        Assert.Empty(harness.Below.Frames);
        Assert.Empty(harness.Above!.Frames);
        AssertPieces(harness.Below.Of<FramePiece>(), tick => _loop.Down(2, tick));
        AssertPieces(harness.Above!.Of<FramePiece>(), tick => _loop.Up(2, tick));
    }

    [Fact]
    public void PiecesOfFramesAreCountedByTheirBytesAndFramesByTheirNumber()
    {
        AreaHarness harness = Connect().Grant(End);
        for (long tick = 1; tick <= End; tick++)
            Feed(harness, [.. _loop.Up(1, tick).CutBy(PieceValues), .. _loop.Down(3, tick).CutBy(PieceValues)]);
        harness.Settle();

        AreaFigures figures = harness.Clock.Of<TickReached>()[^1].Figures;
        Assert.Equal(2 * End, figures.Frames);
        Assert.Equal(2 * End, figures.WireFrames);
        Assert.Equal(End * (PiecesUp + PiecesDown) * (44 + (8 * PieceValues)), figures.WireBytes);
        AssertState(harness);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void PiecesInAnyOrderAndNumberAmongThoseOfStrangersGiveTheSame(int seed)
    {
        Random random = new(seed);
        AreaHarness harness = Connect().Grant(End);
        for (long tick = 1; tick <= End; tick++)
        {
            // A neighbour without a delay is a tick ahead at most.
            List<FramePiece> pieces =
                [.. _loop.Up(1, tick).CutBy(PieceValues), .. _loop.Down(3, tick).CutBy(PieceValues)];
            if (tick < End)
                pieces.AddRange(_loop.Up(1, tick + 1).CutBy(PieceValues)[random.Next(PiecesUp)..]);
            pieces.AddRange(pieces.Where(_ => random.Next(3) == 0).ToArray());
            if (tick > 1)
                pieces.AddRange(_loop.Up(1, tick - 1).CutBy(PieceValues));
            pieces.AddRange(_loop.Up(1, tick).CutBy(PieceValues).SelectMany(False));
            FramePiece[] shuffled = [.. pieces];
            random.Shuffle(shuffled);
            Feed(harness, shuffled);
        }

        harness.Settle();
        Assert.Equal(End, harness.Clock.Of<TickReached>()[^1].Tick);
        AssertState(harness);
    }

    [Fact]
    public void AMissingPieceIsAMissingFrame()
    {
        AreaHarness harness = Connect().Grant(End);
        Feed(harness, [.. _loop.Up(1, 1).CutBy(PieceValues)[1..], .. _loop.Down(3, 1).CutBy(PieceValues)]);
        harness.Settle();
        Assert.Equal(1, harness.Progress.Awaited);
        harness.Area.Tell(FramesStalled.Instance, harness.Clock.Probe);
        harness.Settle();
        Assert.Equal([new FrameRequest(1, FrameKind.Up, 2, 1)], harness.Below.Of<FrameRequest>());
        Assert.Empty(harness.Above!.Of<FrameRequest>());

        Feed(harness, _loop.Up(1, 1).CutBy(PieceValues)[..1]);
        harness.Settle();
        Assert.Equal(2, harness.Progress.Awaited);
    }

    [Fact]
    public void ARequestIsAnsweredInPieces()
    {
        AreaHarness harness = Connect().Grant(End);
        harness.Feed(_loop.Up(1, 1), _loop.Down(3, 1)).Settle();
        Assert.Equal(2 * PiecesOut, harness.Above!.Of<FramePiece>().Count);

        harness.Area.Tell(new FrameRequest(1, FrameKind.Up, 3, 2), harness.Above.Probe);
        harness.Settle();

        FramePiece[] again = [.. harness.Above.Of<FramePiece>().Skip(2 * PiecesOut)];
        Assert.Equal(PiecesOut, again.Length);
        Assert.True(_loop.Up(2, 2).SameBits(again.Join()));
    }

    // Wrong in one thing each; their values would be noticed if they were used.
    private static IEnumerable<FramePiece> False(FramePiece piece)
    {
        FrameHeader header = piece.Header;
        double[] values = new double[piece.Count];
        Array.Fill(values, 1e6);
        FrameHeader[] headers =
        [
            header with { Run = header.Run + 1 },
            header with { Network = header.Network + 1 },
            header with { Generation = header.Generation - 1 },
            header with { Source = header.Source + 1 },
            header with { Width = header.Width + 1 },
            header with { Parts = header.Parts + 1 },
            header with { Kind = FrameKind.Stimulus, TickCount = 6 },
            header with { FirstTick = header.FirstTick + 1000 },
            header with { FirstTick = long.MaxValue - 1 },
        ];
        return
        [
            .. headers.Select(other => new FramePiece(other, piece.First, values)),
            new FramePiece(header, piece.First + 1, values),
            new FramePiece(header, piece.First, values[1..]),
            new FramePiece(header, piece.First, [.. values, .. values]),
            new FramePiece(header, int.MaxValue, values),
        ];
    }

    private static HistoryLoop Record()
    {
        NetworkPlan plan = SmallPlans.YinYang("PAL", layers: [4, 20, 18, 12, 3], train: 15, validation: 4, ticks: 6);
        return new HistoryLoop(new PlannedNetwork(plan)).RunTo(End);
    }

    private AreaHarness Connect() =>
        new AreaHarness(this, _loop.Network, 2, pieceSize: PieceValues * sizeof(double)).Connect();

    private static void Feed(AreaHarness harness, IEnumerable<FramePiece> pieces)
    {
        foreach (FramePiece piece in pieces)
            harness.Area.Tell(piece, (piece.Header.Kind == FrameKind.Down ? harness.Above! : harness.Below).Probe);
    }

    private static void AssertPieces(IReadOnlyList<FramePiece> pieces, Func<long, EmissionFrame> expected)
    {
        Assert.Equal(End * PiecesOut, pieces.Count);
        for (long tick = 1; tick <= End; tick++)
            Assert.True(expected(tick).SameBits(pieces.Where(piece => piece.Header.FirstTick == tick).Join()));
    }

    private void AssertState(AreaHarness harness)
    {
        harness.Area.Tell(new CaptureState(1, End, CapturePurpose.Final), harness.Clock.Probe);
        harness.Settle();
        StateCaptured captured = harness.Clock.Of<StateCaptured>()[^1];
        Assert.True(_loop.Areas[1].Capture().SameBits(captured.State));
    }
}
