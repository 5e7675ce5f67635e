using PalActors.Areas.Contract;
using PalActors.Messages.Control;

namespace PalActors.Areas.Actors;

/// <summary>Measures of an area that wait for samples of other areas.</summary>
/// <remarks>One message closes each tick, in the order of ticks.</remarks>
/// <param name="area">The area.</param>
/// <param name="generation">Its generation.</param>
internal sealed class MeasureQueue(IArea area, int generation)
{
    private readonly Queue<(long Tick, IMeasurement Measurement)> _waiting = new();
    private readonly Dictionary<(int Area, long Tick), StateBlock[]> _samples = [];
    private long _last = area.Tick;

    /// <summary>Adds the measures of a tick.</summary>
    public void Add(long tick, IMeasurement measurement)
    {
        _waiting.Enqueue((tick, measurement));
        _last = tick;
    }

    /// <summary>Adds a sample that a measure may wait for; ignores any other.</summary>
    public void Add(AreaSample sample)
    {
        long first = _waiting.Count > 0 ? _waiting.Peek().Tick : _last + 1;
        bool isAwaited = sample.Tick >= first && area.Ports.SamplesFrom.Contains(sample.Area);
        if (isAwaited && area.IsSample(sample.Area, sample.Blocks))
            _samples[(sample.Area, sample.Tick)] = sample.Blocks;
    }

    /// <summary>Takes the ticks that are complete.</summary>
    public IEnumerable<AreaMeasures> Take()
    {
        while (_waiting.TryPeek(out (long Tick, IMeasurement Measurement) head))
        {
            IReadOnlyList<int> needs = head.Measurement.Needs;
            if (!needs.All(neighbour => _samples.ContainsKey((neighbour, head.Tick))))
                yield break;
            _waiting.Dequeue();
            StateBlock[][] samples = [.. needs.Select(neighbour => _samples[(neighbour, head.Tick)])];
            // Also those that nobody asked for, so that none is kept for ever.
            foreach ((int Area, long Tick) key in _samples.Keys.Where(key => key.Tick <= head.Tick).ToArray())
                _samples.Remove(key);
            yield return new AreaMeasures(generation, area.Index, head.Tick, head.Measurement.Complete(samples));
        }
    }
}
