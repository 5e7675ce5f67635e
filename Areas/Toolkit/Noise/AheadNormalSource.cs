using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Noise;

/// <summary>
/// The draws of a <see cref="CounterNormalSource"/> with interval 1, computed ahead by a core that has nothing else to do: they depend on nothing that happens. The area never waits: a tick that is not there yet it
/// draws itself, so the values are the same in any case. Two blocks of ticks take turns.
/// </summary>
public sealed class AheadNormalSource : INormalSource
{
    /// <summary>Waking another core costs a few microseconds per block; for fewer neurons than these it was measured to bring nothing.</summary>
    public const int LeastNeurons = 64;

    // A block lasts for about a millisecond, so that waking another core for the next one hardly counts.
    private const int BlockDoubles = 65536;

    private readonly CounterNormalSource _here;
    private Block _current;
    private Block _next;

    /// <summary>Nothing is drawn before the first tick is asked for.</summary>
    /// <param name="seed">Seed of the microcircuit.</param>
    /// <param name="area">Index of the area.</param>
    /// <param name="neurons">Neurons that draw.</param>
    public AheadNormalSource(ulong seed, int area, int neurons)
    {
        int stride = BoxMuller.RoundUpToGroup(neurons);
        int ticks = Math.Max(1, BlockDoubles / stride);
        _here = new CounterNormalSource(seed, area, neurons, interval: 1);
        _current = new Block(seed, area, stride, ticks);
        _next = new Block(seed, area, stride, ticks);
    }

    /// <summary>Ticks that the area had to draw itself.</summary>
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

            // The first tick of all, or a leap.
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

        // Only the area starts a block, and it does not touch one that is busy; that it is not any more says that its values are there.
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
            for (int i = 0; i < ticks; i++)
                CounterRandom.Normals(seed, RandomStream.Noise, area, _firstTick + i, _values.AsSpan(i * stride, stride));
            Volatile.Write(ref _busy, false);
        }
    }
}
