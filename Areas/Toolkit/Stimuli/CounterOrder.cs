using PalActors.Areas.Toolkit.Numerics;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Each phase's own permutation, a pure function of (seed, shuffle round), so that stimulus and target agree wherever they live.</summary>
public sealed class CounterOrder(Schedule schedule, ulong seed) : ISampleOrder
{
    /// <inheritdoc/>
    public int[] OrderOf(int phase)
    {
        int[] order = new int[schedule.Phases[phase].Presentations];
        CounterRandom.Permutation(seed, RandomStream.Shuffle, schedule.Phases[phase].ShuffleRound, order);
        return order;
    }
}
