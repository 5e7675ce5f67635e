namespace PalActors.Messages.Control;

/// <summary>A named matrix or vector of an area's state.</summary>
/// <param name="Name">Symbol, for instance <c>W</c> or <c>u_prev</c>.</param>
/// <param name="Rows">Rows; the length of a vector.</param>
/// <param name="Columns">Columns; 1 for a vector.</param>
/// <param name="Values">Row-major values.</param>
public sealed record StateBlock(string Name, int Rows, int Columns, double[] Values);

/// <summary>
/// Everything that an area's next tick depends on, as one value: a snapshot of one area after a complete tick. Tick 0 is the initial state.
/// </summary>
/// <param name="Area">Index of the area, 1 to the top.</param>
/// <param name="Tick">The last complete tick.</param>
/// <param name="Blocks">The state in canonical order.</param>
public sealed record AreaState(int Area, long Tick, StateBlock[] Blocks)
{
    /// <summary>The block of this name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public StateBlock this[string name]
    {
        get
        {
            foreach (StateBlock block in Blocks)
            {
                if (block.Name == name)
                    return block;
            }

            throw new KeyNotFoundException($"The state of area {Area} at tick {Tick} has no block '{name}'; it has {string.Join(", ", Blocks.Select(b => b.Name))}.");
        }
    }

    /// <summary>The first value that is not finite; null if all are.</summary>
    public NonFinite? FirstNonFinite()
    {
        foreach (StateBlock block in Blocks)
        {
            if (NonFinite.In(block.Name, block.Values) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>Whether both states have the same blocks with the same bits.</summary>
    public bool SameBits(AreaState other) =>
        Area == other.Area && Tick == other.Tick && Blocks.Length == other.Blocks.Length
        && Blocks.Zip(other.Blocks).All(pair =>
            pair.First.Name == pair.Second.Name && pair.First.Rows == pair.Second.Rows && pair.First.Columns == pair.Second.Columns
            && System.Runtime.InteropServices.MemoryMarshal.AsBytes(pair.First.Values.AsSpan())
                .SequenceEqual(System.Runtime.InteropServices.MemoryMarshal.AsBytes(pair.Second.Values.AsSpan())));
}
