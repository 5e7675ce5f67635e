using System.Text;
using PalActors.Lab.Results;
using ScottPlot;
using SkiaSharp;

namespace PalActors.Lab.Plots;

/// <summary>A figure in two files: a PNG, and the same as SVG beside it.</summary>
internal static class FigureFile
{
    /// <summary>Free space round plots, pixels, so that no label touches an edge.</summary>
    public const int Margin = 14;

    /// <summary>Writes both files of one plot, with free space round it.</summary>
    /// <param name="path">The PNG.</param>
    /// <param name="plot">The plot.</param>
    /// <param name="width">Width of the figure, pixels.</param>
    /// <param name="height">Height of the figure, pixels.</param>
    /// <param name="margin">Free space on each side, pixels.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static void Save(string path, Plot plot, int width, int height, int margin = Margin) =>
        Save(path, [plot], 1, width, height, margin);

    /// <summary>Writes both files of plots beside and below each other.</summary>
    /// <param name="path">The PNG.</param>
    /// <param name="panels">The plots, row by row.</param>
    /// <param name="columns">Plots beside each other.</param>
    /// <param name="width">Width of a panel, pixels.</param>
    /// <param name="height">Height of a panel, pixels.</param>
    /// <param name="margin">Free space on each side of a panel, pixels.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static void Save(
        string path, IReadOnlyList<Plot> panels, int columns, int width, int height, int margin = Margin)
    {
        SKSizeI size = new(columns * width, (panels.Count + columns - 1) / columns * height);
        File.WriteAllBytes(path, Png(size, Draw));
        foreach (Plot panel in panels)
            VectorDashes.Mark(panel);
        File.WriteAllText(RunFiles.Vector(path), VectorDashes.Draw(Svg(size, Draw)));

        void Draw(SKCanvas canvas)
        {
            for (int i = 0; i < panels.Count; i++)
            {
                // The canvas is white already, and another panel must not be erased.
                panels[i].RenderManager.ClearCanvasBeforeEachRender = false;
                int left = i % columns * width, top = i / columns * height;
                panels[i].Render(
                    canvas,
                    new PixelRect(left + margin, left + width - margin, top + height - margin, top + margin));
            }
        }
    }

    /// <summary>Writes both files of plots that nothing else needs, and disposes of them.</summary>
    /// <param name="path">The PNG.</param>
    /// <param name="panels">The plots, row by row.</param>
    /// <param name="columns">Plots beside each other.</param>
    /// <param name="width">Width of a panel, pixels.</param>
    /// <param name="height">Height of a panel, pixels.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static void SaveAndDispose(string path, IReadOnlyList<Plot> panels, int columns, int width, int height)
    {
        Save(path, panels, columns, width, height);
        foreach (Plot panel in panels)
            panel.Dispose();
    }

    private static byte[] Png(SKSizeI size, Action<SKCanvas> draw)
    {
        using SKSurface surface = SKSurface.Create(new SKImageInfo(size.Width, size.Height));
        surface.Canvas.Clear(SKColors.White);
        draw(surface.Canvas);
        using SKImage image = surface.Snapshot();
        using SKData data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private static string Svg(SKSizeI size, Action<SKCanvas> draw)
    {
        using MemoryStream stream = new();
        // The drawing is complete once the canvas is disposed.
        using (SKCanvas canvas = SKSvgCanvas.Create(SKRect.Create(size.Width, size.Height), stream))
        {
            canvas.Clear(SKColors.White);
            draw(canvas);
        }

        // Not every machine has the font of the program.
        return Encoding.UTF8.GetString(stream.ToArray()).Replace(
            "=\"DejaVu Sans\"", "=\"DejaVu Sans, Verdana, sans-serif\"", StringComparison.Ordinal);
    }
}
