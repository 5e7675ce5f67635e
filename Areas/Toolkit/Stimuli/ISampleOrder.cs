namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Orders of the samples in phases that shuffle them.</summary>
public interface ISampleOrder
{
    /// <summary>Gets the samples of a phase in the order of their presentation.</summary>
    /// <remarks>The array must not be changed.</remarks>
    /// <param name="phase">Index of the phase in the schedule.</param>
    int[] OrderOf(int phase);
}
