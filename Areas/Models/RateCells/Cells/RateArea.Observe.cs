using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.RateCells.Recording;

namespace PalActors.Areas.Models.RateCells.Cells;

/// <content>Recording.</content>
internal sealed partial class RateArea<T>
{
    /// <inheritdoc/>
    public Func<int, int, double> Observe(string observable, int area)
    {
        int stride = _cells.Size.Stride, columns = _options.Weights / _options.Biases;
        return observable switch
        {
            RateObservables.Potential => Vector(() => _cells.Potentials),
            RateObservables.Rate => Vector(() => RatesOut),
            RateObservables.Derivative => Vector(() => _pool?.Derivatives ?? _cells.Derivatives),
            RateObservables.Error => Vector(() => _pool?.Errors ?? _cells.Errors),
            RateObservables.Noise => Vector(() => _pool?.NoiseOut ?? _noise!.Now),
            CommonObservables.ReadOut => (row, column) => Double(_cells.Rates[(row * stride) + column]),
            RateObservables.W when _held is not null => _held.Weight,
            RateObservables.Bias when _held is not null => (row, _) => _held.Bias(row),
            RateObservables.W => (row, column) => Double(_forward.Weights[(row * columns) + column]),
            RateObservables.Bias => (row, _) => Double(_forward.Biases[row]),
            RateObservables.B => Feedback(),
            _ => throw new ArgumentException($"'{observable}' is no observable of area {Index}.", nameof(observable)),
        };

        // Of the first sample of a batch.
        Func<int, int, double> Vector(Func<T[]> values) => (row, _) => Double(values()[row * stride]);

        Func<int, int, double> Feedback()
        {
            int above = _feedback!.Columns;
            return (row, column) => Double(_feedback.Weights[(row * above) + column]);
        }
    }

    private static double Double(T value) => double.CreateTruncating(value);
}
