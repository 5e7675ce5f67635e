using CsCheck;
using PalActors.Messages.Frames;

namespace PalActors.Messages.Tests.Frames;

/// <summary>Cuts between pieces: every value is in one piece, and no other range is a piece.</summary>
public sealed class FrameCutTests
{
    private static readonly Gen<(int Width, int Parts, int Size)> s_links =
        Gen.Select(Gen.Int[1, 300], Gen.Int[1, 5], Gen.Int[1, 3000]);

    [Fact]
    public void EveryValueIsInOnePieceThatIsNotTooLarge() => s_links.Sample(
        link =>
        {
            FrameCut cut = new(link.Width, link.Parts, link.Size);
            int[] times = new int[EmissionFrame.RoundUpToAlignment(link.Width) * link.Parts];
            for (int piece = 0; piece < cut.Count; piece++)
            {
                for (int i = 0; i < cut.Length(piece); i++)
                    times[cut.First(piece) + i]++;
                if (cut.Count > 1)
                    Assert.InRange(cut.Length(piece) * sizeof(double), 1, Math.Max(64, link.Size));
            }

            Assert.All(times, count => Assert.Equal(1, count));
        },
        iter: 2000);

    [Fact]
    public void OnlyPiecesOfTheCutHaveAnIndex() => s_links.Sample(
        link =>
        {
            FrameCut cut = new(link.Width, link.Parts, link.Size);
            Dictionary<(int, int), int> pieces =
                Enumerable.Range(0, cut.Count).ToDictionary(piece => (cut.First(piece), cut.Length(piece)));
            int end = EmissionFrame.RoundUpToAlignment(link.Width) * link.Parts;
            foreach (int first in new[] { int.MinValue, -1, 0, 1, 8, 16, end - 8, end - 1, end, end + 8, int.MaxValue })
            {
                foreach (int count in new[] { int.MinValue, 0, 1, 8, 16, cut.Length(cut.Count - 1), int.MaxValue })
                    Assert.Equal(pieces.GetValueOrDefault((first, count), -1), cut.IndexOf(first, count));
            }

            foreach (((int first, int count), int piece) in pieces)
                Assert.Equal(piece, cut.IndexOf(first, count));
        },
        iter: 2000);

    [Theory]
    [InlineData(100, 1, 800, 1)]
    [InlineData(100, 1, 799, 2)]
    [InlineData(50, 2, 800, 1)]
    [InlineData(50, 2, 799, 2)]
    [InlineData(200_000, 1, FrameCut.UsualSize, 25)]
    [InlineData(200_000, 1, 0, 1)]
    [InlineData(200_000, 1, -5, 1)]
    public void OnlyFramesThatDoNotFitAreCut(int width, int parts, int size, int pieces) =>
        Assert.Equal(pieces, new FrameCut(width, parts, size).Count);

    [Theory]
    [InlineData(100, 1000, 10)]
    [InlineData(101, 1000, 9)]
    [InlineData(1001, 1000, 1)]
    [InlineData(long.MaxValue, 1000, 1)]
    [InlineData(100, 0, int.MaxValue)]
    public void AFrameGathersTheTicksThatFitAMessageAndAtLeastOne(long tickBytes, int size, int ticks) =>
        Assert.Equal(ticks, FrameCut.TicksPerMessage(tickBytes, size));
}
