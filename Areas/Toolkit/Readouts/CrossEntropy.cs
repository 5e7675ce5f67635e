using System.Numerics;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Readouts;

/// <summary>Objective of multinomial logistic regression, with its first and second derivatives.</summary>
/// <remarks>
/// The objective is the sum of cross entropies + |coef|^2 / 2, intercepts excluded. Adding a number to all intercepts
/// does not change it; a further term, 0 where intercepts have zero mean, makes the optimum unique. Parameters
/// are [feature, class], the intercepts in the last row. Every sum is a chain of its own over the samples, so the bits
/// do not depend on the width of vectors.
/// </remarks>
internal sealed partial class CrossEntropy
{
    private const int Block = 64;

    private readonly double[] _x;
    private readonly int[] _labels;
    private readonly int _rows;
    private readonly int _classes;
    private readonly int _stride;
    private readonly int _pairStride;
    private readonly double[] _p;
    private readonly double[] _pairs;
    private readonly double[] _gradient;
    private readonly double[] _curvature;

    /// <summary>Creates the objective of standardised features.</summary>
    /// <param name="features">Features, sample after sample.</param>
    /// <param name="labels">Index of the class of each sample.</param>
    /// <param name="classes">Number of classes.</param>
    public CrossEntropy(double[] features, int[] labels, int classes)
    {
        int dimension = features.Length / labels.Length;
        (_labels, _classes, _rows) = (labels, classes, dimension + 1);
        _x = new double[labels.Length * _rows];
        for (int i = 0; i < labels.Length; i++)
        {
            features.AsSpan(i * dimension, dimension).CopyTo(_x.AsSpan(i * _rows));
            _x[(i * _rows) + dimension] = 1;
        }

        _stride = Padding.RoundUp(classes);
        _pairStride = Padding.RoundUp(classes * (classes + 1) / 2);
        _p = new double[Block * _stride];
        _pairs = new double[Block * _pairStride];
        _gradient = new double[_rows * _stride];
        _curvature = new double[_rows * (_rows + 1) / 2 * _pairStride];
        Gradient = new double[_rows * classes];
        Hessian = new double[Gradient.Length * Gradient.Length];
    }

    /// <summary>First derivatives at the parameters of the last <see cref="Expand"/>.</summary>
    public double[] Gradient { get; }

    /// <summary>Second derivatives there, row after row.</summary>
    public double[] Hessian { get; }

    // Strength of the term of the intercepts' mean, of the size of the other second derivatives.
    private double Anchor => (double)_labels.Length / _classes;

    /// <summary>Computes the objective.</summary>
    public double Evaluate(double[] parameters) => Pass(parameters, derive: false);

    /// <summary>Computes the objective, its gradient and its Hessian.</summary>
    public double Expand(double[] parameters)
    {
        Array.Clear(_gradient);
        Array.Clear(_curvature);
        double value = Pass(parameters, derive: true);
        Collect(parameters);
        return value;
    }

    private double Pass(double[] parameters, bool derive)
    {
        double[] padded = new double[_rows * _stride];
        for (int a = 0; a < _rows; a++)
            parameters.AsSpan(a * _classes, _classes).CopyTo(padded.AsSpan(a * _stride));
        double sum = 0;
        for (int first = 0; first < _labels.Length; first += Block)
        {
            int count = Math.Min(Block, _labels.Length - first);
            sum += Probabilities(padded, first, count);
            if (derive)
                Derive(first, count);
        }

        double square = 0, intercepts = 0;
        for (int i = 0; i < parameters.Length; i++)
        {
            if (i < (_rows - 1) * _classes)
                square += parameters[i] * parameters[i];
            else
                intercepts += parameters[i];
        }

        return sum + (square / 2) + (Anchor * intercepts * intercepts / 2);
    }

    // Leaves the probabilities of the classes; returns the sum of cross entropies.
    private double Probabilities(double[] parameters, int first, int count)
    {
        Span<double> p = _p.AsSpan(0, count * _stride);
        p.Clear();
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            Span<double> scores = p.Slice(i * _stride, _stride);
            for (int a = 0; a < _rows; a++)
                AddScaled(scores, parameters.AsSpan(a * _stride, _stride), _x[((first + i) * _rows) + a]);
            double largest = scores[0];
            foreach (double score in scores[.._classes])
                largest = Math.Max(largest, score);
            for (int k = 0; k < _stride; k++)
                scores[k] = k < _classes ? scores[k] - largest : 0;
            sum -= scores[_labels[first + i]];
        }

        Elementwise.Map<ExpFunction>(p, p);
        for (int i = 0; i < count; i++)
        {
            Span<double> weights = p.Slice(i * _stride, _stride);
            double total = 0;
            foreach (double weight in weights[.._classes])
                total += weight;
            sum += PortableMath.Log(total);
            for (int k = 0; k < _stride; k++)
                weights[k] /= total;
        }

        return sum;
    }

    private static void AddScaled(Span<double> target, ReadOnlySpan<double> source, double scale)
    {
        source = source[..target.Length];
        for (int i = 0; i < target.Length; i += Vector<double>.Count)
            (new Vector<double>(target[i..]) + (new Vector<double>(source[i..]) * scale)).CopyTo(target[i..]);
    }
}
