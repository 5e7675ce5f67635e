using PalActors.Areas.Contract;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Samples of a data set in the order of the schedule.</summary>
/// <remarks>
/// The order is the same for stimulus and target, on whatever nodes they run and whenever they are restarted.
/// The samples of a batch follow one another in a presentation, each with all of its values.
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
    private readonly int _batch = schedule.Batch;
    private readonly int _values = targets ? data.Targets : data.Inputs;
    private int _phase = -1;
    private int[]? _order;

    /// <inheritdoc/>
    public int Width => checked(_batch * _values);

    /// <inheritdoc/>
    public void Fill(int phase, int presentation, Span<double> values)
    {
        Phase at = schedule.Phases[phase];
        if (phase != _phase)
        {
            _order = at.ShuffleRound >= 0 ? shuffled.OrderOf(phase) : null;
            _phase = phase;
        }

        (int group, int frame) = Math.DivRem(presentation, at.Frames);
        for (int slot = 0, place = group * _batch; slot < _batch; slot++, place++)
        {
            int sample = _order is not null ? _order[place] : at.FirstSample + place;
            Show(at, sample, frame, values.Slice(slot * _values, _values));
        }
    }

    private void Show(Phase at, int sample, int frame, Span<double> values)
    {
        if (!targets)
            data.Frame(at.Split, sample, frame, values);
        else if ((at.Flags & (TickFlags.Target | TickFlags.ReadOut)) != 0)
            data.Target(at.Split, sample, values);
        else
            values.Clear();
    }
}
