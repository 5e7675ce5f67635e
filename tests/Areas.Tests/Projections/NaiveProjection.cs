using MathNet.Numerics.LinearAlgebra;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Areas.Tests.Projections;

/// <summary>
/// A random projection with a random update, and the result of a pass over it by plain matrix algebra.
/// </summary>
internal sealed class NaiveProjection
{
    public NaiveProjection(int rows, int columns, UpdateForm form, int seed)
    {
        Random random = new(seed);
        Weights = Matrix<double>.Build.Dense(rows, columns, (_, _) => Value());
        LowPassed = Matrix<double>.Build.Dense(rows, columns, (_, _) => Value());
        X = Vector<double>.Build.Dense(columns, _ => Value());
        Post = Vector<double>.Build.Dense(rows, _ => Value());
        Pre = Vector<double>.Build.Dense(columns, _ => Value());
        RowDecay = Vector<double>.Build.Dense(rows, _ => random.NextDouble());
        ColumnDecay = Vector<double>.Build.Dense(columns, _ => random.NextDouble());
        Keep = random.NextDouble();
        Decay = random.NextDouble() * 0.1;
        PostScale = Value();
        Before = Vector<double>.Build.Dense(rows, _ => Value());
        Add = random.Next(2) == 0;
        Form = form;

        double Value() => (random.NextDouble() * 2) - 1;
    }

    public Matrix<double> Weights { get; }

    public Matrix<double> LowPassed { get; }

    public Vector<double> X { get; }

    public Vector<double> Post { get; }

    public Vector<double> Pre { get; }

    public Vector<double> RowDecay { get; }

    public Vector<double> ColumnDecay { get; }

    public double Keep { get; }

    public double Decay { get; }

    public double PostScale { get; }

    /// <summary>The values of y before the pass, and whether the sum is added to them.</summary>
    public Vector<double> Before { get; }

    public bool Add { get; }

    public UpdateForm Form { get; }

    /// <summary>
    /// The dendritic sum with the present weights, then the weights and their low-passed update after the pass.
    /// </summary>
    public (Vector<double> Y, Matrix<double> Weights, Matrix<double> LowPassed) Expected()
    {
        Vector<double> y = (Weights * X) + (Add ? Before : 0 * Before);
        Matrix<double> outer = PostScale * Post.OuterProduct(Pre);
        switch (Form)
        {
            case UpdateForm.None:
                return (y, Weights, LowPassed);
            case UpdateForm.Hebbian:
                return (y, Weights + outer, LowPassed);
            case UpdateForm.LowPassed:
                Matrix<double> low = (Keep * LowPassed) + outer;
                return (y, Weights + low, low);
            case UpdateForm.Decaying:
                return (y, Weights - (Decay * Weights) + outer, LowPassed);
            case UpdateForm.WeightedDecay:
                return (
                    y,
                    Weights - (Decay * RowDecay.OuterProduct(ColumnDecay).PointwiseMultiply(Weights)) + outer,
                    LowPassed);
            default:
                throw new NotSupportedException($"{Form} has no naive counterpart yet.");
        }
    }

    /// <summary>The same in the form of the production code.</summary>
    public Built Build()
    {
        WeightMatrix weights = new(Weights.RowCount, Weights.ColumnCount),
            lowPassed = new(Weights.RowCount, Weights.ColumnCount);
        weights.FromRowMajor(Weights.ToRowMajorArray());
        lowPassed.FromRowMajor(LowPassed.ToRowMajorArray());
        WeightUpdate update = new(Weights.RowCount, Weights.ColumnCount)
        {
            Form = Form,
            PostScale = PostScale,
            Keep = Keep,
            Decay = Decay,
            Pre = Padding.Copy(Pre.ToArray()),
        };
        Post.ToArray().CopyTo(update.Post, 0);
        RowDecay.ToArray().CopyTo(update.RowDecay, 0);
        ColumnDecay.ToArray().CopyTo(update.ColumnDecay, 0);
        return new Built(weights, lowPassed, update, Padding.Copy(X.ToArray()), Padding.Copy(Before.ToArray()), Add);
    }

    /// <summary>A projection in the form of the production code.</summary>
    public sealed record Built(
        WeightMatrix Weights, WeightMatrix LowPassed, WeightUpdate Update, double[] X, double[] Y, bool Add)
    {
        /// <summary>A pass with the widest vector of this machine.</summary>
        public Built Pass()
        {
            ProjectionKernels.Pass(Weights, LowPassed, X, Update, Y, Update.Form, Add);
            return this;
        }

        /// <summary>A pass with a given vector.</summary>
        public Built Pass<TVector, TLanes>()
            where TVector : struct
            where TLanes : struct, IElements<double, TVector>
        {
            ProjectionKernels.Pass<double, TVector, TLanes>(
                Weights, Weights.Doubles, LowPassed.Doubles, X, Update, Y, Update.Form, Add);
            return this;
        }

        /// <summary>The bits of everything that a pass changes.</summary>
        public long[] Bits() =>
        [
            .. Weights.ToRowMajor()
                .Concat(LowPassed.ToRowMajor()).Concat(Y.Take(Weights.Rows)).Select(BitConverter.DoubleToInt64Bits),
        ];
    }
}
