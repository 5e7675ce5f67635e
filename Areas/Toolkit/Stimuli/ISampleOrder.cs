namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>In which order a phase that shuffles shows its samples.</summary>
public interface ISampleOrder
{
    /// <summary>The samples in the order of their presentation. Not to be changed.</summary>
    /// <param name="phase">Index of the phase in the schedule.</param>
    int[] OrderOf(int phase);
}
