using PalActors.Areas.Model.Numerics;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Model.Stimuli;

/// <summary>
/// The samples of a data set in the order of the schedule: each phase's own permutation, a pure function of (seed, shuffle round), so that stimulus and
/// target agree wherever they live and whenever they are restarted.
/// </summary>
/// <param name="data">The data set.</param>
/// <param name="schedule">The schedule.</param>
/// <param name="seed">Seed of the microcircuit.</param>
/// <param name="targets">Whether to show target voltages instead of input rates.</param>
public sealed class ShuffledSamples(IDataSet data, Schedule schedule, ulong seed, bool targets) : IPresentations
{
    private int _phase = -1;
    private int[] _order = [];

    /// <inheritdoc/>
    public int Width => targets ? data.Targets : data.Inputs;

    /// <inheritdoc/>
    public void Fill(int phase, int presentation, Span<double> values)
    {
        Phase at = schedule.Phases[phase];
        if (phase != _phase)
        {
            _order = new int[at.Presentations];
            if (at.ShuffleRound >= 0)
                CounterRandom.Permutation(seed, RandomStream.Shuffle, at.ShuffleRound, _order);
            else
                for (int i = 0; i < _order.Length; i++)
                    _order[i] = i;
            _phase = phase;
        }

        if (targets)
            data.Target(at.Split, _order[presentation], values);
        else
            data.Input(at.Split, _order[presentation], values);
    }
}
