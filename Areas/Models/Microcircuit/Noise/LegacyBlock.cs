namespace PalActors.Areas.Models.Microcircuit.Noise;

/// <summary>Draws of all hidden areas over some ticks of a <see cref="LegacyStream"/>.</summary>
internal sealed class LegacyBlock(int capacity, int[] offsets)
{
    private readonly int _perTick = offsets[^1];
    private readonly int _areas = offsets.Length - 1;
    private readonly double[] _z = new double[capacity * offsets[^1]];
    private readonly bool[] _draws = new bool[capacity * (offsets.Length - 1)];

    /// <summary>First tick of the block.</summary>
    public long FirstTick { get; private set; }

    /// <summary>Last tick of the block.</summary>
    public long LastTick { get; private set; }

    /// <summary>Clears the block and assigns it to other ticks.</summary>
    public void Begin(long firstTick, int ticks)
    {
        (FirstTick, LastTick) = (firstTick, firstTick + ticks - 1);
        Array.Clear(_draws);
    }

    /// <summary>Checks whether the block holds a tick.</summary>
    public bool Holds(long tick) => tick >= FirstTick && tick <= LastTick;

    /// <summary>Draws of a hidden area at a tick of the block.</summary>
    /// <param name="index">The tick, counted from the first of the block.</param>
    /// <param name="hidden">The hidden area, 0-based.</param>
    public Span<double> Slice(int index, int hidden) =>
        _z.AsSpan((index * _perTick) + offsets[hidden], offsets[hidden + 1] - offsets[hidden]);

    /// <summary>Reference to the flag that says whether an area draws at a tick of the block.</summary>
    /// <param name="index">The tick, counted from the first of the block.</param>
    /// <param name="hidden">The hidden area, 0-based.</param>
    public ref bool Draws(int index, int hidden) => ref _draws[(index * _areas) + hidden];
}
