namespace PalActors.Areas.Toolkit.Batches;

/// <summary>Shape of a convolution of stride 1 without padding over a square image.</summary>
public readonly record struct ConvShape
{
    /// <summary>Creates a shape.</summary>
    /// <param name="channels">Channels C of the image below.</param>
    /// <param name="side">Rows and columns of the image below.</param>
    /// <param name="filters">Filters F of the area.</param>
    /// <param name="kernel">Rows and columns k of a kernel, at most the image's.</param>
    public ConvShape(int channels, int side, int filters, int kernel)
    {
        Channels = BatchLayout.Positive(channels, nameof(channels));
        Side = BatchLayout.Positive(side, nameof(side));
        Filters = BatchLayout.Positive(filters, nameof(filters));
        Kernel = BatchLayout.Positive(kernel, nameof(kernel));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(kernel, side);
    }

    /// <summary>Channels C of the image below.</summary>
    public int Channels { get; }

    /// <summary>Rows and columns of the image below.</summary>
    public int Side { get; }

    /// <summary>Filters F of the area.</summary>
    public int Filters { get; }

    /// <summary>Rows and columns k of a kernel.</summary>
    public int Kernel { get; }

    /// <summary>Rows and columns of the area's image, side - k + 1.</summary>
    public int OutputSide => Side - Kernel + 1;

    /// <summary>Positions of a kernel, the cells of one filter.</summary>
    public int Positions => OutputSide * OutputSide;

    /// <summary>Cells of the area.</summary>
    public int Cells => checked(Filters * Positions);

    /// <summary>Cells of the image below.</summary>
    public int CellsBelow => checked(Channels * Side * Side);

    /// <summary>Weights of one filter, C k k.</summary>
    public int FilterWeights => checked(Channels * Kernel * Kernel);

    /// <summary>Weights of all filters.</summary>
    public int Weights => checked(Filters * FilterWeights);
}
