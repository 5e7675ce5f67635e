namespace PalActors.Areas.Models.RateCells.Parameters;

/// <summary>Shape of an area's cells: an image, or a vector of 1 x 1 channels.</summary>
/// <param name="Channels">Channels of an image; cells of a vector.</param>
/// <param name="Height">Rows, 1 for a vector.</param>
/// <param name="Width">Columns, 1 for a vector.</param>
public readonly record struct AreaShape(int Channels, int Height, int Width)
{
    /// <summary>Number of cells, in the order channel, row, column.</summary>
    public int Cells => Channels * Height * Width;

    /// <summary>True if it has more than one row or column.</summary>
    public bool IsImage => Height > 1 || Width > 1;

    /// <summary>Shape of a vector.</summary>
    public static AreaShape Vector(int cells) => new(cells, 1, 1);

    /// <inheritdoc/>
    public override string ToString() => IsImage ? $"{Channels}x{Height}x{Width}" : $"{Channels}";
}
