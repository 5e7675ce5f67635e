using PalActors.Areas.Contract.Models;
using PalActors.Lab.Results;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Weights;

/// <summary>Weights of networks at the ends of chosen epochs, written once all areas have sent theirs.</summary>
/// <remarks>A snapshot counts only when those of all epochs up to its tick are on the disk.</remarks>
/// <param name="weights">Writes them.</param>
/// <param name="models">The cell models.</param>
/// <param name="epochs">The epochs.</param>
internal sealed class EpochWeights(RunWeights weights, ModelRegistry models, IReadOnlyList<int> epochs)
    : IEpochKeeper
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(int Network, long Tick), Waiting> _waiting = [];

    /// <inheritdoc/>
    public IReadOnlyList<long> TicksOf(NetworkPlan plan) =>
        [.. epochs.Select(epoch => TickOf(plan, epoch)).OfType<long>().Distinct().Order()];

    /// <summary>Last tick of an epoch; null where the schedule ends before it.</summary>
    public static long? TickOf(NetworkPlan plan, int epoch) =>
        plan.Schedule.TicksOf(epoch, epoch) is { } ticks && ticks.Last <= plan.Schedule.EndTick ? ticks.Last : null;

    /// <inheritdoc/>
    public void Begin(NetworkPlan plan, long tick)
    {
        lock (_lock)
        {
            foreach (long later in TicksOf(plan))
            {
                _waiting.Remove((plan.Network, later));
                if (later > tick)
                    _waiting[(plan.Network, later)] = new Waiting(plan.Graph.WithCells.Count);
            }
        }
    }

    /// <inheritdoc/>
    public bool Take(NetworkPlan plan, AreaState state)
    {
        Waiting? waiting;
        lock (_lock)
        {
            if (!_waiting.TryGetValue((plan.Network, state.Tick), out waiting))
                return false;
            waiting.States.Add(NetworkWeights.OnlyWeights(models.Of(plan), state));
            if (waiting.States.Count < waiting.Areas)
                return true;
        }

        _ = Task.Run(() => Write(plan, state.Tick, waiting));
        return true;
    }

    /// <inheritdoc/>
    public Task ThroughAsync(int network, long tick)
    {
        lock (_lock)
        {
            return Task.WhenAll(
                _waiting.Where(one => one.Key.Network == network && one.Key.Tick <= tick)
                    .Select(one => one.Value.Written.Task));
        }
    }

    private void Write(NetworkPlan plan, long tick, Waiting waiting)
    {
        try
        {
            IReadOnlyList<StoredMatrix> matrices =
                NetworkWeights.OfObserved(plan, waiting.States.OrderBy(state => state.Area));
            foreach (int epoch in epochs.Where(epoch => TickOf(plan, epoch) == tick))
                weights.Keep(plan, epoch, tick, matrices);
            waiting.Written.SetResult();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            waiting.Written.SetException(exception);
        }
    }

    private sealed class Waiting(int areas)
    {
        public int Areas => areas;

        public List<AreaState> States { get; } = [];

        public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
