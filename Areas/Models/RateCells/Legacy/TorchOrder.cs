using PalActors.Areas.Toolkit.Draws;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.RateCells.Legacy;

/// <summary>Division and order of the samples in the authors' torch program.</summary>
internal sealed class TorchOrder(NetworkPlan plan, TorchStart start) : ISampleOrder, ISplitOrder
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, int[]> _known = [];
    private TorchCursor? _cursor;

    /// <inheritdoc/>
    public int[] OrderOf(int phase)
    {
        // Stimulus and target ask for the same orders, each from its own thread.
        lock (_lock)
        {
            if (_known.TryGetValue(phase, out int[]? order))
                return order;
            _cursor ??= start.CreateCursor();
            order = _cursor.OrderOf(phase) ?? [.. Enumerable.Range(0, plan.Schedule.Phases[phase].Pool)];
            foreach (int old in _known.Keys.Where(key => key < phase - 1).ToArray())
                _known.Remove(old);
            return _known[phase] = order;
        }
    }

    /// <inheritdoc/>
    int[] ISplitOrder.OrderOf(int samples) => TorchPass.DrawOrder(unchecked((long)plan.Seed), samples);
}
