namespace PalActors.Areas.Models.Microcircuit.Noise;

/// <summary>The draws of all hidden areas over some ticks; see <see cref="LegacyStream"/>.</summary>
internal sealed class LegacyBlock(int capacity, int[] offsets)
{
    private readonly int _perTick = offsets[^1];
    private readonly int _areas = offsets.Length - 1;
    private readonly double[] _z = new double[capacity * offsets[^1]];
    private readonly bool[] _draws = new bool[capacity * (offsets.Length - 1)];

    /// <summary>Its first tick.</summary>
    public long FirstTick { get; private set; }

    /// <summary>Its last tick.</summary>
    public long LastTick { get; private set; }

    /// <summary>Makes it stand for other ticks, without any draws.</summary>
    public void Begin(long firstTick, int ticks)
    {
        (FirstTick, LastTick) = (firstTick, firstTick + ticks - 1);
        Array.Clear(_draws);
    }

    /// <summary>Whether it holds a tick.</summary>
    public bool Holds(long tick) => tick >= FirstTick && tick <= LastTick;

    /// <summary>The draws of a hidden area (0-based) at a tick, counted from the first.</summary>
    public Span<double> Slice(int index, int hidden) => _z.AsSpan((index * _perTick) + offsets[hidden], offsets[hidden + 1] - offsets[hidden]);

    /// <summary>Whether that area draws at that tick.</summary>
    public ref bool Draws(int index, int hidden) => ref _draws[(index * _areas) + hidden];
}
