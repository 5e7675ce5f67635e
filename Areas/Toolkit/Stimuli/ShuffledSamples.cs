using PalActors.Areas.Contract;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Samples of a data set in the order of the schedule.</summary>
/// <remarks>
/// The order is the same for stimulus and target, on whatever nodes they run and whenever they are restarted.
/// </remarks>
/// <param name="data">The data set.</param>
/// <param name="schedule">The schedule.</param>
/// <param name="shuffled">Order of the samples in phases that shuffle them.</param>
/// <param name="targets">
/// Whether to show target voltages instead of input rates; zeros in phases that do not use them.
/// </param>
public sealed class ShuffledSamples(
    IDataSet data, Schedule schedule, ISampleOrder shuffled, bool targets) : IPresentations
{
    private int _phase = -1;
    private int[]? _order;

    /// <inheritdoc/>
    public int Width => targets ? data.Targets : data.Inputs;

    /// <inheritdoc/>
    public void Fill(int phase, int presentation, Span<double> values)
    {
        Phase at = schedule.Phases[phase];
        if (phase != _phase)
        {
            _order = at.ShuffleRound >= 0 ? shuffled.OrderOf(phase) : null;
            _phase = phase;
        }

        int sample = _order is not null ? _order[presentation] : at.FirstSample + presentation;
        if (!targets)
            data.Input(at.Split, sample, values);
        else if ((at.Flags & (TickFlags.Target | TickFlags.ReadOut)) != 0)
            data.Target(at.Split, sample, values);
        else
            values.Clear();
    }
}
