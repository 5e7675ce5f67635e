using MathNet.Numerics.LinearAlgebra;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Web.Data;

/// <summary>Weights up and down a pathway, as they compare.</summary>
/// <param name="W">Forward weights: a row per cell of the upper area, a column per cell of the lower one.</param>
/// <param name="B">Feedback weights: a row per cell of the lower area; null where no feedback leads down.</param>
internal sealed record PathwayWeights(StateBlock? W, StateBlock? B)
{
    // Beyond this a figure would take longer than a page should.
    private const long MostCompared = 4_000_000;

    /// <summary>The weights of a pathway in a sample.</summary>
    public static PathwayWeights Of(NetworkSample sample, Pathway pathway) => new(
        sample.Between(pathway.To, pathway.From, "W"),
        pathway.HasFeedback ? sample.Between(pathway.From, pathway.To, "B") : null);

    /// <summary>Frobenius norm of W; NaN without one.</summary>
    public double NormW { get; } = Norm(W);

    /// <summary>Frobenius norm of B; NaN without one.</summary>
    public double NormB { get; } = Norm(B);

    /// <summary>True if B has the shape of W^T, so that they compare entry by entry.</summary>
    public bool Compare { get; } = CanCompare(W, B);

    /// <summary>Angle between W^T and B, degrees; NaN where they do not compare or one is zero.</summary>
    public double Angle { get; } = CanCompare(W, B)
        ? MatrixAngle.Between(
            Matrix<double>.Build.Dense(W!.Columns, W.Rows, W.Values),
            Matrix<double>.Build.DenseOfRowMajor(B!.Rows, B.Columns, B.Values))
        : double.NaN;

    /// <summary>Entries of W^T and B at the same place, at most so many, evenly chosen.</summary>
    public IEnumerable<(double W, double B)> Pairs(int most)
    {
        if (!Compare)
            yield break;
        long count = (long)W!.Rows * W.Columns;
        long step = Math.Max(1, (count + most - 1) / most);
        for (long k = 0; k < count; k += step)
        {
            (int row, int column) = ((int)(k / W.Columns), (int)(k % W.Columns));
            yield return (W.Values[k], B!.Values[((long)column * B.Columns) + row]);
        }
    }

    private static bool CanCompare(StateBlock? w, StateBlock? b) => w is not null && b is not null
        && w.Rows == b.Columns && w.Columns == b.Rows && (long)w.Rows * w.Columns <= MostCompared;

    private static double Norm(StateBlock? block)
    {
        if (block is null)
            return double.NaN;
        double sum = 0;
        foreach (double value in block.Values)
            sum += value * value;
        return Math.Sqrt(sum);
    }
}
