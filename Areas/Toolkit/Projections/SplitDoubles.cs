using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Projections;

/// <summary>Passes of several cores over a matrix of doubles.</summary>
/// <remarks>
/// The rates may lie in a frame's memory; other threads get a copy, which costs a thousandth of such a pass.
/// </remarks>
internal sealed class SplitDoubles(SplitPass<double> split, int columns) : IProjectionPass
{
    private readonly double[] _x = Padding.Align(columns);

    /// <inheritdoc/>
    public void Pass(PlasticProjection projection, ReadOnlySpan<double> x, double[] y, UpdateForm form, bool add)
    {
        x[..columns].CopyTo(_x);
        split.Run(_x, projection.Update, y, form, add);
    }
}
