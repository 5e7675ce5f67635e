using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Projections;

/// <summary>Vectors around a matrix of floats behind a <c>HeldInput</c>.</summary>
internal sealed class SingleHeld(WeightMatrix shape, SplitRenewal<float>? split)
{
    private readonly HeldColumns<float> _columns = new(shape.Columns);
    private readonly float[] _e = Padding.Align<float>(shape.PaddedRows);
    private readonly float[] _f = Padding.Align<float>(shape.PaddedRows);
    private readonly float[] _sums = Padding.Align<float>(shape.PaddedRows);
    private readonly float[] _lowSums = Padding.Align<float>(shape.PaddedRows);

    /// <summary>Runs the renewal that <see cref="HeldKernels"/> describes.</summary>
    public void Renew(
        WeightMatrix w, WeightMatrix? d, HeldColumns<double> columns, double[] e, double[] f, double[] sums,
        double[] lowSums, bool store)
    {
        _columns.Clear();
        foreach (ref readonly HeldColumn<double> column in columns.Active)
        {
            _columns.Add(new HeldColumn<float>
            {
                Offset = column.Offset,
                Gain = (float)column.Gain,
                Keep = (float)column.Keep,
                Old = (float)column.Old,
                Fresh = (float)column.Fresh,
            });
        }

        SingleConversion.Round(e.AsSpan(0, w.Rows), 1, _e);
        SingleConversion.Round(f.AsSpan(0, w.Rows), 1, _f);
        if (split is null)
            HeldKernels.Renew(w, d, _columns, _e, _f, _sums, _lowSums, store);
        else
            split.Run(w, d, _columns, _e, _f, _sums, _lowSums, store);
        SingleConversion.Widen(_sums.AsSpan(0, w.Rows), sums, add: false);
        SingleConversion.Widen(_lowSums.AsSpan(0, w.Rows), lowSums, add: false);
    }
}
