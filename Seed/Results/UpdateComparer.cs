using PalActors.Areas.Models.Microcircuit.Comparison;
using PalActors.Areas.Models.Microcircuit.Metrics;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Results;

/// <summary>Compares the updates of all areas of a network with backpropagation.</summary>
/// <remarks>
/// It collects the states of a tick until all areas have sent theirs. The comparison takes a few hundredths of a
/// second, in which the network goes on up to its horizon.
/// </remarks>
/// <param name="plan">The network.</param>
public sealed class UpdateComparer(NetworkPlan plan)
{
    private readonly Dictionary<long, List<AreaState>> _waiting = [];
    private UpdateComparison? _comparison;

    /// <summary>Adds a state.</summary>
    /// <returns>The angles of all areas if it is the last of its tick, else none.</returns>
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
        return _comparison.Angles(states).Select((angle, l) =>
            new Metric(plan.Network, state.Tick, epoch, l + 1, MicrocircuitMetrics.AngleUpdateBP, angle));
    }
}
