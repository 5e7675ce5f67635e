using System.Runtime.InteropServices;
using PalActors.Areas.Toolkit.Readouts;

namespace PalActors.Lab.Plots;

/// <summary>Filters as small images side by side, row by row, with white between them.</summary>
/// <remarks>
/// Three channels are red, green and blue; of any other number the mean is drawn in grey. Each filter is scaled to its
/// own range.
/// </remarks>
internal static class FilterImage
{
    private const int Gap = 1;
    private const byte White = 255;

    // Of a filter whose weights are all the same.
    private const byte Middle = 128;

    /// <summary>Draws all filters.</summary>
    /// <param name="bank">Their shape.</param>
    /// <param name="weights">Their weights, a filter after the other.</param>
    /// <param name="zoom">Side of the square that a weight becomes, pixels.</param>
    /// <returns>Pixels: row, column, and red, green and blue.</returns>
    public static byte[,,] Draw(FilterBank bank, double[] weights, int zoom)
    {
        int across = (int)Math.Ceiling(Math.Sqrt(bank.Filters)), down = (bank.Filters + across - 1) / across;
        int high = bank.Height + Gap, wide = bank.Width + Gap;
        byte[,,] cells = new byte[(down * high) + Gap, (across * wide) + Gap, 3];
        MemoryMarshal.CreateSpan(ref cells[0, 0, 0], cells.Length).Fill(White);
        for (int filter = 0; filter < bank.Filters; filter++)
        {
            byte[] colors = Colors(bank, weights.AsSpan(filter * bank.Size, bank.Size));
            int top = (filter / across * high) + Gap, left = (filter % across * wide) + Gap;
            for (int at = 0; at < bank.Height * bank.Width; at++)
            {
                for (int color = 0; color < 3; color++)
                    cells[top + (at / bank.Width), left + (at % bank.Width), color] = colors[(3 * at) + color];
            }
        }

        return Enlarge(cells, zoom);
    }

    // Red, green and blue of each place of a filter.
    private static byte[] Colors(FilterBank bank, ReadOnlySpan<double> weights)
    {
        int places = bank.Height * bank.Width;
        double[] values = new double[3 * places];
        for (int at = 0; at < places; at++)
        {
            double mean = 0;
            for (int channel = 0; channel < bank.Channels; channel++)
                mean += weights[(channel * places) + at] / bank.Channels;
            for (int color = 0; color < 3; color++)
                values[(3 * at) + color] = bank.Channels == 3 ? weights[(color * places) + at] : mean;
        }

        double low = values.Min(), range = values.Max() - low;
        return [.. values.Select(value => range > 0 ? ToByte((value - low) / range) : Middle)];
    }

    // What is not a number, as of a network that diverged, is black.
    private static byte ToByte(double share) => double.IsNaN(share) ? (byte)0 : (byte)Math.Round(255 * share);

    private static byte[,,] Enlarge(byte[,,] cells, int zoom)
    {
        byte[,,] pixels = new byte[cells.GetLength(0) * zoom, cells.GetLength(1) * zoom, 3];
        for (int row = 0; row < pixels.GetLength(0); row++)
        {
            for (int column = 0; column < pixels.GetLength(1); column++)
            {
                for (int color = 0; color < 3; color++)
                    pixels[row, column, color] = cells[row / zoom, column / zoom, color];
            }
        }

        return pixels;
    }
}
