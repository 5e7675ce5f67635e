namespace PalActors.Areas.Toolkit.Projections;

/// <summary>Pass of a <see cref="PlasticProjection"/> in another form than doubles on the calling thread.</summary>
internal interface IProjectionPass
{
    /// <summary>Runs the pass that <see cref="PlasticProjection"/> describes.</summary>
    void Pass(PlasticProjection projection, ReadOnlySpan<double> x, double[] y, UpdateForm form, bool add);
}
