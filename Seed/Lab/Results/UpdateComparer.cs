using PalActors.Areas.Models.Microcircuit.Comparison;
using PalActors.Areas.Models.Microcircuit.Metrics;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Results;

/// <summary>Compares the updates of all areas of a network with backpropagation.</summary>
/// <remarks>
/// It collects the states of a tick until all areas have sent theirs. The comparison takes a few hundredths of a
/// second, in which the network goes on up to its horizon.
/// </remarks>
/// <param name="plan">The network.</param>
internal sealed class UpdateComparer(NetworkPlan plan)
{
    private readonly Dictionary<long, List<AreaState>> _waiting = [];
    private readonly AreaGraph _graph = plan.Graph;
    private UpdateComparison? _comparison;

    /// <summary>Adds a state.</summary>
    /// <returns>The angles of all areas if it is the last of its tick, else none.</returns>
    public IEnumerable<Metric> Take(AreaState state)
    {
        if (!_waiting.TryGetValue(state.Tick, out List<AreaState>? states))
            _waiting[state.Tick] = states = [];
        states.Add(state);
        if (states.Count < _graph.WithCells.Count)
            return [];
        _waiting.Remove(state.Tick);
        _comparison ??= new UpdateComparison(plan);
        int epoch = plan.Schedule.Phases[plan.Schedule.IndexOf(state.Tick)].Epoch;
        // In a chain the upper area alone says which pathway it is.
        return _comparison.Angles(states).Zip(_graph.Pathways, (angle, pathway) => new Metric(
            plan.Network,
            state.Tick,
            epoch,
            _graph.IsChain ? pathway.To : pathway.From,
            MicrocircuitMetrics.AngleUpdateBP,
            angle)
        { To = _graph.IsChain ? null : pathway.To });
    }
}
