namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Order by which a pool of samples is divided: the first ones train, the rest validates.</summary>
public interface ISplitOrder
{
    /// <summary>Gets the permutation of a pool.</summary>
    /// <remarks>It is a pure function of the pool's size; the array must not be changed.</remarks>
    /// <param name="samples">Number of samples of the pool.</param>
    int[] OrderOf(int samples);
}
