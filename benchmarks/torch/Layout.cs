using PalActors.Areas.Models.RateCells.Parameters;
using static TorchSharp.torch;

namespace PalActors.TorchBenchmarks;

/// <summary>Layout of torch's states: [slot, cell], and images [slot, channel, row, column], channels last.</summary>
/// <remarks>With channels last in memory, torch's convolutions and pools take about half the time.</remarks>
internal static class Layout
{
    /// <summary>Shape of states.</summary>
    public static long[] Shape(AreaShape shape, int slots) => shape.IsImage
        ? [slots, shape.Channels, shape.Height, shape.Width]
        : [slots, shape.Cells];

    /// <summary>Allocates zeros.</summary>
    public static Tensor Zeros(AreaShape shape, int slots)
    {
        using Tensor values = zeros(Shape(shape, slots));
        return Last(values);
    }

    /// <summary>Copies a tensor, with channels last if it is one of images.</summary>
    public static Tensor Last(Tensor values)
    {
        if (values.dim() != 4)
            return values.clone();
        using Tensor turned = values.permute(0, 2, 3, 1);
        using Tensor copy = turned.contiguous();
        return copy.permute(0, 3, 1, 2);
    }

    /// <summary>Values in the order in which they lie in memory, as a view.</summary>
    public static Tensor InMemory(Tensor values) =>
        values.dim() == 4 ? values.permute(0, 2, 3, 1) : values.alias();
}
