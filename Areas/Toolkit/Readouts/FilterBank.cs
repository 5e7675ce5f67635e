namespace PalActors.Areas.Toolkit.Readouts;

/// <summary>Filters of an area, the rows of one observable, each in the order channel, row, column.</summary>
/// <param name="Observable">The observable.</param>
/// <param name="Filters">Number of filters.</param>
/// <param name="Channels">Channels of the image below.</param>
/// <param name="Height">Rows of a filter.</param>
/// <param name="Width">Columns of a filter.</param>
public sealed record FilterBank(string Observable, int Filters, int Channels, int Height, int Width)
{
    /// <summary>Weights of a filter.</summary>
    public int Size => Channels * Height * Width;
}
