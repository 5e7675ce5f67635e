using System.Runtime.CompilerServices;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Projections;

/// <summary>Plastic all-to-all projection, owned by the post-synaptic area.</summary>
/// <remarks>
/// It holds the weights M (rows = postsynaptic, columns = presynaptic), their low-passed update D where the rule has
/// one, and the update that the rule prepared for this tick.
/// </remarks>
public sealed class PlasticProjection
{
    private readonly double[] _unused;
    private readonly IProjectionPass? _other;

    /// <summary>Creates a projection of zero weights.</summary>
    /// <param name="rows">Postsynaptic neurons.</param>
    /// <param name="columns">Presynaptic neurons.</param>
    /// <param name="lowPass">Whether updates are low-passed, so that there is a D.</param>
    /// <param name="precision">Precision of M and D.</param>
    /// <param name="split">Split of passes over cores, or null for none; the bits are the same in any case.</param>
    public PlasticProjection(
        int rows, int columns, bool lowPass, Precision precision = Precision.Double, RowSplit? split = null)
    {
        Weights = new WeightMatrix(rows, columns, precision);
        LowPassed = lowPass ? new WeightMatrix(rows, columns, precision) : null;
        Update = new WeightUpdate(rows, columns);
        _unused = Padding.Align(rows);
        Split = split ?? RowSplit.None;
        if (precision == Precision.Single)
            _other = new SingleBuffers(Weights, SplitPasses.Singles(Split, Weights, LowPassed));
        else if (SplitPasses.Doubles(Split, Weights, LowPassed) is { } doubles)
            _other = new SplitDoubles(doubles, columns);
    }

    /// <summary>Weights M.</summary>
    public WeightMatrix Weights { get; }

    /// <summary>Low-passed update D, or null.</summary>
    public WeightMatrix? LowPassed { get; }

    /// <summary>Number of bytes of M and D, without padding.</summary>
    internal long Bytes =>
        (long)Weights.Rows
        * Weights.Columns
        * (Weights.Precision == Precision.Double ? sizeof(double) : sizeof(float))
        * (LowPassed is null ? 1 : 2);

    /// <summary>Update of this tick.</summary>
    public WeightUpdate Update { get; }

    /// <summary>Split of passes over cores.</summary>
    internal RowSplit Split { get; }

    /// <summary>Computes y = M x with the weights as they stand, then the update.</summary>
    /// <param name="x">Presynaptic rates (columns).</param>
    /// <param name="y">Receives the dendritic sum (rows, padded).</param>
    /// <param name="add">Whether M x is added to what y holds.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Pass(ReadOnlySpan<double> x, double[] y, bool add = false) => Pass(x, y, Update.Form, add);

    /// <summary>Computes y = M x without an update.</summary>
    public void Sum(ReadOnlySpan<double> x, double[] y, bool add = false) => Pass(x, y, UpdateForm.None, add);

    /// <summary>Applies the update alone.</summary>
    public void Apply()
    {
        if (Update.Form != UpdateForm.None)
            Pass(Update.Pre, _unused);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Pass(ReadOnlySpan<double> x, double[] y, UpdateForm form, bool add)
    {
        if (_other is null)
            ProjectionKernels.Pass(Weights, LowPassed, x, Update, y, form, add);
        else
            _other.Pass(this, x, y, form, add);
    }
}
