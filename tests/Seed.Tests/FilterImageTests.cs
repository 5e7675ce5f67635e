using PalActors.Areas.Toolkit.Readouts;
using PalActors.Lab.Plots;

namespace PalActors.Seed.Tests;

/// <summary>Filters as images: their colours, their places, and the range of each.</summary>
public sealed class FilterImageTests
{
    [Fact]
    public void ThreeChannelsAreColoursAndEachFilterHasARangeOfItsOwn()
    {
        FilterBank bank = new("W", 2, 3, 1, 2);
        byte[,,] pixels = FilterImage.Draw(bank, [-1, 1, 0, 1, 1, -1, 10, 10, 20, 20, 30, 15], zoom: 1);

        // A row of two filters of 1 x 2, with a pixel of white around each.
        Assert.Equal((3, 7), (pixels.GetLength(0), pixels.GetLength(1)));
        Assert.Equal(
            [(255, 255, 255), (0, 128, 255), (255, 255, 0), (255, 255, 255), (0, 128, 255), (0, 128, 64),
                (255, 255, 255)],
            Enumerable.Range(0, 7).Select(column => Pixel(pixels, 1, column)));
        Assert.All(Enumerable.Range(0, 7), column => Assert.Equal((255, 255, 255), Pixel(pixels, 0, column)));
    }

    [Theory]
    [InlineData(1, new double[] { 0, 4, 1, 2 }, new[] { 0, 255, 64, 128 })]
    [InlineData(2, new double[] { 0, 4, 1, 2, 0, 4, 1, 2 }, new[] { 0, 255, 64, 128 })]
    [InlineData(1, new double[] { 7, 7, 7, 7 }, new[] { 128, 128, 128, 128 })]
    public void OtherNumbersOfChannelsAreGrey(int channels, double[] weights, int[] expected)
    {
        byte[,,] pixels = FilterImage.Draw(new FilterBank("W", 1, channels, 2, 2), weights, zoom: 3);

        Assert.Equal((12, 12), (pixels.GetLength(0), pixels.GetLength(1)));
        for (int at = 0; at < 4; at++)
        {
            for (int offset = 0; offset < 3; offset++)
            {
                (int Red, int Green, int Blue) pixel =
                    Pixel(pixels, 3 + (3 * (at / 2)) + offset, 3 + (3 * (at % 2)) + offset);
                Assert.Equal((expected[at], expected[at], expected[at]), pixel);
            }
        }
    }

    [Fact]
    public void FiltersThatDivergedAreDrawnToo()
    {
        byte[,,] pixels = FilterImage.Draw(new FilterBank("W", 1, 1, 1, 2), [double.NaN, double.PositiveInfinity], 1);
        Assert.Equal((3, 4), (pixels.GetLength(0), pixels.GetLength(1)));
    }

    private static (int Red, int Green, int Blue) Pixel(byte[,,] pixels, int row, int column) =>
        (pixels[row, column, 0], pixels[row, column, 1], pixels[row, column, 2]);
}
