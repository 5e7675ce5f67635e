using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.Noise;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Noise;

/// <summary>
/// The one stream of numpy's legacy generator that, in the reference, serves both the order of presentation and the noise of all hidden areas
/// (FORMAT sections 5 and 7). It is a history, so every process walks all of it along the schedule; each area takes its slice. Safe for areas on
/// several threads. Where it stands is a function of seed and tick only: asked for what lies behind, it starts again.
/// </summary>
public sealed class LegacyStream : ISampleOrder
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

    /// <summary>The stream at its start.</summary>
    /// <param name="seed">Seed of the microcircuit.</param>
    /// <param name="schedule">What happens when.</param>
    /// <param name="parameters">Sizes, noise scale and interval.</param>
    /// <param name="noisy">Whether the model draws noise at all; else the stream only shuffles.</param>
    public LegacyStream(uint seed, Schedule schedule, MicrocircuitParameters parameters, bool noisy)
    {
        _seed = seed;
        _schedule = schedule;
        _scale = [.. parameters.Cells.Noise.Scale.Values];
        _interval = parameters.Cells.Noise.Interval;
        _noisy = noisy;
        _offsets = new int[parameters.Top];
        for (int h = 1; h < parameters.Top; h++)
            _offsets[h] = _offsets[h - 1] + parameters.Layers[h];
        _silent = new bool[parameters.Top - 1];
        _random = new LegacyRandomState(seed);
        Rewind();
    }

    /// <summary>The draws of a hidden area, 1 or more.</summary>
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

    /// <summary>The block that holds a tick, for the consumer of this number, which gives back all earlier ones.</summary>
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

    private void Rewind()
    {
        _random = new LegacyRandomState(_seed);
        _order = [];
        _orders.Clear();
        _blocks.Clear();
        // Others may still read the blocks given out: they are not used again.
        _free.Clear();
        Array.Fill(_silent, true);
        _counter = 0;
        _produced = 0;
        _phase = -1;
    }

    private void Recycle()
    {
        // Where only the order is asked for, as by a stimulus far from the areas, nobody needs the draws.
        long needed = _positions.Count > 0 ? _positions.Min() : long.MaxValue;
        while (_blocks.Count > 0 && _blocks.Peek().LastTick < needed)
            _free.Push(_blocks.Dequeue());
    }

    // Goes on by one block, or into the next phase.
    private void Produce()
    {
        if (_phase < 0 || _produced == _schedule.Phases[_phase].LastTick)
            Enter(_phase + 1);
        Phase phase = _schedule.Phases[_phase];
        if (!_noisy || (phase.Flags & TickFlags.Noise) == 0)
        {
            _produced = phase.LastTick;
            return;
        }

        int ticks = (int)Math.Min(BlockTicks, phase.LastTick - _produced);
        LegacyBlock block = _free.Count > 0 ? _free.Pop() : new LegacyBlock(BlockTicks, _offsets);
        block.Begin(_produced + 1, ticks);
        for (int i = 0; i < ticks; i++)
            Draw(block, i);
        _blocks.Enqueue(block);
        _produced += ticks;
        Recycle();
    }

    private void Enter(int index)
    {
        _phase = index;
        Phase phase = _schedule.Phases[index];
        if (phase.ShuffleRound < 0)
            return;
        // Joint and cumulative: each epoch shuffles what the last one left.
        if (_order.Length != phase.Presentations)
            _order = [.. Enumerable.Range(0, phase.Presentations)];
        _random.Shuffle<int>(_order);
        _orders[index] = [.. _order];
        foreach (int old in _orders.Keys.Where(key => key <= index - OrdersKept).ToArray())
            _orders.Remove(old);
    }

    // One counter for all areas: with dtxi > dt the periods of the areas differ, as in the reference (FORMAT section 5).
    private void Draw(LegacyBlock block, int index)
    {
        for (int h = 0; h < _silent.Length; h++)
        {
            bool draws = _silent[h] || _counter % _interval == 0;
            if (draws)
            {
                _random.Normals(block.Slice(index, h));
                _silent[h] = _scale[h] == 0;
                _counter = 0;
            }

            block.Draws(index, h) = draws;
            _counter++;
        }
    }
}
