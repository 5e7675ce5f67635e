namespace PalActors.Areas.Toolkit.Draws;

/// <summary>Area of a network of rate cells as the draws of torch see it: sizes, and nothing else.</summary>
public abstract record TorchArea
{
    /// <summary>Number of cells.</summary>
    public abstract int Cells { get; }

    /// <summary>Dense area of <paramref name="Size"/> cells over <paramref name="Inputs"/> cells below.</summary>
    /// <param name="Size">Number of cells.</param>
    /// <param name="Inputs">Number of cells below, of an image the product of its shape.</param>
    public sealed record Dense(int Size, int Inputs) : TorchArea
    {
        /// <inheritdoc/>
        public override int Cells => Size;
    }

    /// <summary>Convolution with square kernels.</summary>
    /// <param name="Filters">Number of filters.</param>
    /// <param name="Channels">Number of channels below.</param>
    /// <param name="Kernel">Rows and columns of a kernel.</param>
    /// <param name="Rows">Rows of the area's image.</param>
    /// <param name="Columns">Columns of the area's image.</param>
    public sealed record Convolution(int Filters, int Channels, int Kernel, int Rows, int Columns) : TorchArea
    {
        /// <inheritdoc/>
        public override int Cells => Filters * Rows * Columns;
    }

    /// <summary>Pool, which has no weights, but noise.</summary>
    /// <param name="Size">Number of cells.</param>
    public sealed record Pool(int Size) : TorchArea
    {
        /// <inheritdoc/>
        public override int Cells => Size;
    }
}
