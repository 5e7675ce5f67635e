using System.Numerics;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Areas.Toolkit.Batches;

/// <summary>Weight gradient of a convolution, shared by filters.</summary>
/// <typeparam name="T">double or float.</typeparam>
internal sealed class CorrelationWork<T>(BatchKernels<T> kernels, RowSplit split, ConvShape shape, int slots)
    : BatchWork(split, (long)shape.Weights * shape.Positions * slots, shape.Filters, 5)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int _stride = BatchLayout.Stride<T>(slots);
    private readonly SlotRuns<T> _runs = new(shape.OutputSide, slots);
    private T[] _sums = [];
    private int[] _places = [];
    private Correlation<T> _correlation;

    /// <summary>Changes the weights; the parameters are those of <see cref="ConvBatch{T}.Update"/>.</summary>
    public void Run(T[] w, T[] e, T[] r, T scale, T decay)
    {
        if (_sums.Length == 0)
        {
            _sums = Padding.Align<T>(checked(shape.Filters * Correlation<T>.SumsOfFilter(shape)));
            _places = Correlation<T>.PlacesOf(shape, _stride);
        }

        _correlation = new Correlation<T>
        {
            Shape = shape,
            Stride = _stride,
            Runs = _runs,
            W = w,
            E = e,
            R = r,
            Scale = scale,
            Decay = decay,
            Sums = _sums,
            Places = _places,
        };
        Share();
        _correlation = default;
    }

    /// <inheritdoc/>
    protected override void Do(int first, int end) => kernels.Correlate(in _correlation, first, end);
}
