using PalActors.Areas.Toolkit.Numerics;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Permutations of the samples, one per phase, as a pure function of (seed, shuffle round).</summary>
/// <remarks>Stimulus and target therefore agree on the order, on whatever nodes they run.</remarks>
public sealed class CounterOrder(Schedule schedule, ulong seed) : ISampleOrder
{
    /// <inheritdoc/>
    public int[] OrderOf(int phase)
    {
        int[] order = new int[schedule.Phases[phase].Pool];
        CounterRandom.Permutation(seed, RandomStream.Shuffle, schedule.Phases[phase].ShuffleRound, order);
        return order;
    }
}
