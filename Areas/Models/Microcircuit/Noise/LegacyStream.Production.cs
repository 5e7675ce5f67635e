using PalActors.Areas.Toolkit.Numerics;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Noise;

/// <content>Production of orders and draws along the schedule, under the lock.</content>
public sealed partial class LegacyStream
{
    private void Rewind()
    {
        _random = new LegacyRandomState(_seed);
        _order = [];
        _orders.Clear();
        _blocks.Clear();
        // Others may still read the blocks given out, so these are not used again.
        _free.Clear();
        Array.Fill(_silent, true);
        _counter = 0;
        _produced = 0;
        _phase = -1;
    }

    private void Recycle()
    {
        // Without consumers, as at a stimulus far from the areas, the draws are not needed.
        long needed = _positions.Count > 0 ? _positions.Min() : long.MaxValue;
        while (_blocks.Count > 0 && _blocks.Peek().LastTick < needed)
            _free.Push(_blocks.Dequeue());
    }

    // Advances by one block, or into the next phase.
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
        // Joint and cumulative: each epoch shuffles the order that the last one left.
        if (_order.Length != phase.Presentations)
            _order = [.. Enumerable.Range(0, phase.Presentations)];
        _random.Shuffle<int>(_order);
        _orders[index] = [.. _order];
        foreach (int old in _orders.Keys.Where(key => key <= index - OrdersKept).ToArray())
            _orders.Remove(old);
    }

    // One counter for all areas: with dtxi > dt the periods of the areas differ, as in the reference (FORMAT section
    // 5).
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
