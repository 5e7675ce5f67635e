namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Shape of an image.</summary>
/// <remarks>The value of (channel, row, column) has index (channel * height + row) * width + column.</remarks>
/// <param name="Channels">Number of channels.</param>
/// <param name="Height">Number of rows.</param>
/// <param name="Width">Number of columns.</param>
public readonly record struct ImageShape(int Channels, int Height, int Width)
{
    /// <summary>Number of values.</summary>
    public int Values => Channels * Height * Width;

    /// <summary>Formats the shape, for instance <c>3x32x32</c>.</summary>
    public override string ToString() => $"{Channels}x{Height}x{Width}";
}
