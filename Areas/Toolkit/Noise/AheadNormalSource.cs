using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Noise;

/// <summary>Draws of a <see cref="CounterNormalSource"/> with interval 1, computed ahead on an idle core.</summary>
/// <remarks>
/// The draws depend on nothing that happens, so they may be made ahead. The area never waits: it draws the values of a
/// tick that is not ready yet itself, so the values are the same in any case. Two blocks of ticks alternate.
/// </remarks>
public sealed class AheadNormalSource : INormalSource
{
    /// <summary>Fewest neurons for which drawing ahead pays.</summary>
    /// <remarks>
    /// Waking another core costs a few microseconds per block; for fewer neurons it was measured to bring nothing.
    /// </remarks>
    public const int LeastNeurons = 64;

    // A block lasts about a millisecond, so that waking another core for the next one hardly counts.
    private const int BlockDoubles = 65536;

    private readonly CounterNormalSource _here;
    private Block _current;
    private Block _next;

    /// <summary>Creates the source, which draws nothing before the first tick is asked for.</summary>
    /// <param name="seed">Seed of the microcircuit.</param>
    /// <param name="area">Index of the area.</param>
    /// <param name="neurons">Number of neurons that draw.</param>
    public AheadNormalSource(ulong seed, int area, int neurons)
    {
        int stride = BoxMuller.RoundUpToGroup(neurons);
        int ticks = Math.Max(1, BlockDoubles / stride);
        _here = new CounterNormalSource(seed, area, neurons, interval: 1);
        _current = new Block(seed, area, stride, ticks);
        _next = new Block(seed, area, stride, ticks);
    }

    /// <summary>Number of ticks that the area drew itself.</summary>
    public long DrawnHere { get; private set; }

    /// <inheritdoc/>
    public ReadOnlySpan<double> Draw(long tick, long acted)
    {
        if (_current.Holds(tick))
            return _current.Of(tick);
        if (!_next.IsBusy)
        {
            if (_next.Holds(tick))
            {
                (_current, _next) = (_next, _current);
                _next.Start(_current.EndTick);
                return _current.Of(tick);
            }

            // The very first tick, or a jump in time.
            _next.Start(tick + 1);
        }

        DrawnHere++;
        return _here.Draw(tick, acted);
    }

    private sealed class Block(ulong seed, int area, int stride, int ticks) : IThreadPoolWorkItem
    {
        private readonly double[] _values = Padding.Align<double>(stride * ticks);
        private long _firstTick = long.MinValue;
        private bool _busy;

        public long EndTick => _firstTick + ticks;

        // Only the area starts a block and leaves a busy one alone; the end of busy publishes its values.
        public bool IsBusy => Volatile.Read(ref _busy);

        public bool Holds(long tick) => tick >= _firstTick && tick < _firstTick + ticks;

        public ReadOnlySpan<double> Of(long tick) => _values.AsSpan((int)(tick - _firstTick) * stride, stride);

        public void Start(long firstTick)
        {
            _firstTick = firstTick;
            Volatile.Write(ref _busy, true);
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }

        public void Execute()
        {
            CounterRandom.Normals(seed, RandomStream.Noise, area, _firstTick, ticks, _values);
            Volatile.Write(ref _busy, false);
        }
    }
}
