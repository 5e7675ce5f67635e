namespace PalActors.Areas.Toolkit.Projections;

/// <summary>A pass of a <see cref="PlasticProjection"/> in another form than the usual one (doubles, on the thread that asks).</summary>
internal interface IProjectionPass
{
    /// <summary>The pass that <see cref="PlasticProjection"/> describes.</summary>
    void Pass(PlasticProjection projection, ReadOnlySpan<double> x, double[] y, UpdateForm form, bool add);
}
