using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Division of a pool as a pure function of the network's random seed.</summary>
/// <param name="seed">Random seed of the network.</param>
public sealed class CounterSplit(ulong seed) : ISplitOrder
{
    /// <inheritdoc/>
    public int[] OrderOf(int samples)
    {
        int[] order = new int[samples];
        CounterRandom.Permutation(seed, RandomStream.Split, round: 0, order);
        return order;
    }
}
