using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.Noise;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Noise;

/// <summary>Single stream of numpy's legacy generator for sample orders and noise, as in the reference.</summary>
/// <remarks>
/// It serves both the order of presentation and the noise of all hidden areas (FORMAT sections 5 and 7). The stream
/// depends on its history, so every process walks all of it along the schedule; each area takes its slice.
/// It is safe for areas on several threads. Its position is a function of seed and tick only: a request for an earlier
/// tick makes it start again.
/// </remarks>
public sealed partial class LegacyStream : ISampleOrder
{
    private const int BlockTicks = 128;
    private const int OrdersKept = 4;

    private readonly uint _seed;
    private readonly Schedule _schedule;
    private readonly double[] _scale;
    private readonly int[] _offsets;
    private readonly int _interval;
    private readonly bool _noisy;
    private readonly Lock _lock = new();
    private readonly List<long> _positions = [];
    private readonly Queue<LegacyBlock> _blocks = [];
    private readonly Stack<LegacyBlock> _free = [];
    private readonly Dictionary<int, int[]> _orders = [];
    private readonly bool[] _silent;
    private LegacyRandomState _random;
    private int[] _order = [];
    private long _counter;
    private long _produced;
    private int _phase;

    /// <summary>Creates the stream at its start.</summary>
    /// <param name="seed">Seed of the microcircuit.</param>
    /// <param name="schedule">Phases of the network.</param>
    /// <param name="parameters">Sizes, noise scale and interval.</param>
    /// <param name="noisy">Whether the model draws noise; if not, the stream only shuffles.</param>
    public LegacyStream(uint seed, Schedule schedule, MicrocircuitParameters parameters, bool noisy)
    {
        _seed = seed;
        _schedule = schedule;
        _scale = [.. parameters.Cells.Noise.Scale.Values];
        _interval = parameters.Cells.Noise.Interval;
        _noisy = noisy;
        // Of a chain, whose hidden areas are 1, 2, ...
        int hidden = parameters.Graph.Hidden.Count;
        _offsets = new int[hidden + 1];
        for (int h = 1; h <= hidden; h++)
            _offsets[h] = _offsets[h - 1] + parameters.Graph.Cells[h];
        _silent = new bool[hidden];
        _random = new LegacyRandomState(seed);
        Rewind();
    }

    /// <summary>Creates the source of draws of a hidden area, 1 or more.</summary>
    public INormalSource SourceOf(int area)
    {
        lock (_lock)
        {
            _positions.Add(0);
            return new LegacyNormalSource(this, _positions.Count - 1, area - 1, _offsets[area] - _offsets[area - 1]);
        }
    }

    /// <inheritdoc/>
    public int[] OrderOf(int phase)
    {
        lock (_lock)
        {
            if (!_orders.TryGetValue(phase, out int[]? order))
            {
                if (phase <= _phase)
                    Rewind();
                while (!_orders.TryGetValue(phase, out order))
                    Produce();
            }

            return order;
        }
    }

    /// <summary>Gets the block that holds a tick.</summary>
    /// <remarks>The consumer gives back all its earlier blocks.</remarks>
    /// <param name="consumer">Number of the consumer.</param>
    /// <param name="tick">The tick.</param>
    internal LegacyBlock Take(int consumer, long tick)
    {
        lock (_lock)
        {
            _positions[consumer] = tick;
            if (_blocks.Count > 0 ? tick < _blocks.Peek().FirstTick : tick <= _produced)
                Rewind();
            Recycle();
            while (_produced < tick)
                Produce();
            foreach (LegacyBlock block in _blocks)
            {
                if (block.Holds(tick))
                    return block;
            }

            throw new InvalidOperationException($"No block of the stream holds tick {tick}.");
        }
    }
}
