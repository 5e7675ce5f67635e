using PalActors.Areas.Models.Microcircuit.Comparison;
using PalActors.Areas.Models.Microcircuit.Metrics;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Results;

/// <summary>
/// Waits until all areas of a network have given their state at a tick, then measures how near their updates are to backpropagation. The pass takes a few hundredths of a second,
/// in which the network goes on up to its horizon.
/// </summary>
public sealed class UpdateComparer(NetworkPlan plan)
{
    private readonly Dictionary<long, List<AreaState>> _waiting = [];
    private UpdateComparison? _comparison;

    /// <summary>Takes a state; gives the angles of all areas once it is the last of its tick.</summary>
    public IEnumerable<Metric> Take(AreaState state)
    {
        if (!_waiting.TryGetValue(state.Tick, out List<AreaState>? states))
            _waiting[state.Tick] = states = [];
        states.Add(state);
        if (states.Count < plan.Top)
            return [];
        _waiting.Remove(state.Tick);
        _comparison ??= new UpdateComparison(plan);
        int epoch = plan.Schedule.Phases[plan.Schedule.IndexOf(state.Tick)].Epoch;
        return _comparison.Angles(states).Select((angle, l) => new Metric(plan.Network, state.Tick, epoch, l + 1, MicrocircuitMetrics.AngleUpdateBP, angle));
    }
}
