using CsCheck;
using PalActors.Messages.Frames;

namespace PalActors.Messages.Tests.Frames;

public sealed class EmissionFrameTests
{
    [Fact]
    public void ACopySaysTheSameAndIsIndependent() => FrameGen.Frame.Sample(
        frame =>
        {
            EmissionFrame copy = frame.Copy();
            long[] said = FrameGen.Bits(FrameGen.ValuesOf(frame));
            Assert.Equal(said, FrameGen.Bits(FrameGen.ValuesOf(copy)));
            Assert.Equal(
                (frame.FirstTick, frame.TickCount, frame.Kind, frame.Source),
                (copy.FirstTick, copy.TickCount, copy.Kind, copy.Source));

            // The sender continues: other ticks, other values.
            Array.Fill(frame.Values, -1);
            frame.FirstTick++;
            frame.TickCount = 1;
            Assert.Equal(said, FrameGen.Bits(FrameGen.ValuesOf(copy)));

            // And in the other direction.
            double[] before = [.. frame.Values];
            Array.Fill(copy.Values, 5);
            Assert.Equal(before, frame.Values);
        },
        iter: 1000);

    [Fact]
    public void ItHoldsItsTicksAndNoOthers() => FrameGen.Frame.Sample(
        frame =>
        {
            Assert.True(frame.Holds(frame.FirstTick));
            Assert.True(frame.Holds(frame.FirstTick + frame.TickCount - 1));
            Assert.False(frame.Holds(frame.FirstTick - 1));
            Assert.False(frame.Holds(frame.FirstTick + frame.TickCount));
            Assert.False(frame.Holds(long.MinValue));
        },
        iter: 300);

    [Fact]
    public void PartsAreDisjointAndPadded() => FrameGen.Frame.Sample(
        frame =>
        {
            HashSet<int> starts = [];
            for (int set = 0; set < frame.Sets; set++)
            {
                for (int part = 0; part < frame.Parts; part++)
                {
                    int start = frame.OffsetOf(frame.FirstTick + set) + (part * frame.PartStride);
                    Assert.Equal(0, start % EmissionFrame.Alignment);
                    Assert.InRange(start, 0, frame.Values.Length - frame.PartStride);
                    Assert.True(starts.Add(start));
                }
            }

            Assert.True(frame.PartStride >= frame.Width && frame.PartStride < frame.Width + EmissionFrame.Alignment);
        },
        iter: 300);

    [Theory]
    [InlineData(24)]
    [InlineData(20)]
    [InlineData(0)]
    public void ARingThatHoldsNoPowerOfTwoOfTicksIsRefused(int length) =>
        Assert.Throws<ArgumentException>(() => new EmissionFrame(FrameKind.Up, 1, 0, 1, 1, 8, 1, new double[length]));
}
