using PalActors.Areas.Actors;
using PalActors.Areas.Contract.Links;
using PalActors.Areas.Contract.Models;
using PalActors.Lab.Planning;
using PalActors.Messages.Frames;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Tests.DryRuns;

/// <summary>Bytes of planned links are those of the frames that travel, rings those that are allocated.</summary>
public sealed class PlannedLinkTests
{
    [Theory]
    [InlineData("yin-yang", "layers=[4, 30, 20, 3]", "eta_fw=0.1", "delay_up=[5, 9]", "delay_down=7")]
    [InlineData("streams", "delay_up=4")]
    [InlineData("skip", "delay_down=3")]
    [InlineData("loop", "delay_up=5", "delay_down=6")]
    [InlineData("autoencoder")]
    [InlineData("cifar10-small", "model=PAL")]
    [InlineData("cifar10-small", "model=DFA")]
    public void EveryLinkOfANetworkIsPlanned(string experiment, params string[] settings)
    {
        NetworkPlan plan = PlannedRuns.Networks(experiment, settings)[0];
        INetwork network = CellModels.All.Bind(plan, SpareThreads.None);
        IReadOnlyList<AreaFootprint> areas = CellModels.All.Of(plan).Footprints(plan);
        IEnumerable<(int, int, long, int)> built = areas.Select(area => network.BuildArea(area.Area))
            .SelectMany(area => area.Ports.Outgoing.Select(port =>
                (area.Index, port.Receiver, (long)port.Width * port.Parts, port.Timing.Delay)));
        IEnumerable<(int, int, long, int)> planned = PlannedLinks.Of(areas, LinkOptions.Of(plan))
            .Select(link => (link.Sender, link.Receiver, link.Values, link.Timing.Delay));
        Assert.Equal(built.Order(), planned.Order());
    }

    [Theory]
    [InlineData(5, 1, 0, 1)]
    [InlineData(30, 2, 1, 1)]
    [InlineData(100, 1, 100, 50)]
    [InlineData(1000, 1, 100, 8)]
    public void AFrameHasTheBytesThatWerePlanned(int width, int parts, int delay, int ticks)
    {
        PlannedLink link = new(1, 2, IsUp: true, width * parts, new LinkTiming(delay, delay, 0, 0));
        Assert.Equal(ticks, link.FrameTicks(isFree: false, isHere: false, ExecutionOptions.Default));
        EmissionFrame frame = new(FrameKind.Up, 1, 0, 1, 1, width, parts, ticks) { FirstTick = 1, TickCount = ticks };
        double planned = link.WireBytes(isFree: false, ExecutionOptions.Default) * ticks;
        Assert.Equal(FrameCodec.SizeOf(frame), planned, 6);
    }

    [Fact]
    public void ALargeFrameTravelsInPiecesOfThePlannedBytes()
    {
        const int width = 100_000;
        FrameCut cut = new(width, 1, FrameCut.UsualSize);
        EmissionFrame frame = new(FrameKind.Up, 1, 0, 1, 1, width, 1, 1) { FirstTick = 1, TickCount = 1 };
        int bytes = Enumerable.Range(0, cut.Count)
            .Sum(piece => PieceCodec.SizeOf(new FramePiece(frame, cut.First(piece), cut.Length(piece))));
        PlannedLink link = new(1, 2, IsUp: true, width, new LinkTiming(9, 9, 0, 0));
        Assert.Equal(bytes, link.WireBytes(isFree: false, ExecutionOptions.Default), 6);
        Assert.Equal(1, link.FrameTicks(isFree: false, isHere: false, ExecutionOptions.Default));
    }

    [Theory]
    [InlineData(30, 0, 0, 1, 2)]
    [InlineData(30, 3, 5, 3, 16)]
    [InlineData(1000, 100, 100, 100, 512)]
    public void ARingHasRoomForWindowAndReach(int width, int delay, int back, int window, int slots)
    {
        LinkTiming timing = new(delay, back, 0, 0);
        PlannedLink link = new(1, 2, IsUp: true, width, timing);
        int stride = EmissionFrame.RoundUpToAlignment(width);
        double[]? ring = null;
        Outbox box = new(
            values =>
            {
                ring = values;
                return new EmissionFrame(FrameKind.Up, 1, 0, 1, 1, width, 1, values);
            },
            stride, timing.Line, timing.Reach, window, Akka.Actor.ActorRefs.Nobody);
        Assert.NotNull(box);
        Assert.Equal(ring!.Length * sizeof(double), link.RingBytes(window));
        Assert.Equal(slots * stride * sizeof(double), link.RingBytes(window));
    }
}
