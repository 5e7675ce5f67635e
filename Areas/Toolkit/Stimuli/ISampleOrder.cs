namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Orders of the samples in phases that shuffle them.</summary>
public interface ISampleOrder
{
    /// <summary>Gets the samples of a phase in the order of their presentation.</summary>
    /// <remarks>
    /// It has at least <see cref="Messages.Plan.Phase.Samples"/> entries; later ones are not shown. The array must not
    /// be changed.
    /// </remarks>
    /// <param name="phase">Index of the phase in the schedule.</param>
    int[] OrderOf(int phase);
}
