namespace PalActors.Areas.Toolkit.Readouts;

/// <content>First and second derivatives.</content>
internal sealed partial class CrossEntropy
{
    // Adds the derivatives of a block's cross entropies, and leaves residuals in place of the probabilities.
    private void Derive(int first, int count)
    {
        for (int i = 0; i < count; i++)
        {
            Span<double> p = _p.AsSpan(i * _stride, _stride);
            Span<double> pairs = _pairs.AsSpan(i * _pairStride, _pairStride);
            for (int k = 0, pair = 0; k < _classes; k++)
            {
                for (int l = 0; l <= k; l++, pair++)
                    pairs[pair] = k == l ? p[k] - (p[k] * p[k]) : -p[k] * p[l];
            }

            p[_labels[first + i]] -= 1;
        }

        for (int a = 0, ab = 0; a < _rows; a++)
        {
            for (int i = 0; i < count; i++)
            {
                AddScaled(
                    _gradient.AsSpan(a * _stride, _stride), _p.AsSpan(i * _stride, _stride),
                    _x[((first + i) * _rows) + a]);
            }

            for (int b = 0; b <= a; b++, ab++)
            {
                Span<double> sums = _curvature.AsSpan(ab * _pairStride, _pairStride);
                for (int i = 0; i < count; i++)
                {
                    ReadOnlySpan<double> x = _x.AsSpan((first + i) * _rows, _rows);
                    AddScaled(sums, _pairs.AsSpan(i * _pairStride, _pairStride), x[a] * x[b]);
                }
            }
        }
    }

    // Spreads the sums over the whole matrix, and adds the terms that do not depend on samples.
    private void Collect(double[] parameters)
    {
        int size = Gradient.Length, intercepts = (_rows - 1) * _classes;
        double mean = 0;
        for (int i = intercepts; i < size; i++)
            mean += parameters[i];
        for (int i = 0; i < size; i++)
        {
            Gradient[i] = _gradient[(i / _classes * _stride) + (i % _classes)]
                + (i < intercepts ? parameters[i] : Anchor * mean);
            for (int j = 0; j < size; j++)
            {
                int a = Math.Max(i / _classes, j / _classes), b = Math.Min(i / _classes, j / _classes);
                int k = Math.Max(i % _classes, j % _classes), l = Math.Min(i % _classes, j % _classes);
                double constant = i < intercepts || j < intercepts ? (i == j ? 1 : 0) : Anchor;
                Hessian[(i * size) + j] = constant
                    + _curvature[(((a * (a + 1) / 2) + b) * _pairStride) + (k * (k + 1) / 2) + l];
            }
        }
    }
}
