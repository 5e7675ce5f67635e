using System.Runtime.InteropServices;

namespace PalActors.Messages.Control;

/// <summary>State of one area after a complete tick: everything that its next tick depends on.</summary>
/// <param name="Area">Index of the area, 1 to the top.</param>
/// <param name="Tick">The last complete tick; 0 for the initial state.</param>
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

            throw new KeyNotFoundException(
                $"The state of area {Area} at tick {Tick} has no block '{name}'; "
                + $"it has {string.Join(", ", Blocks.Select(b => b.Name))}.");
        }
    }

    /// <summary>Finds the first value that is not finite; null if all are.</summary>
    public NonFinite? FirstNonFinite()
    {
        foreach (StateBlock block in Blocks)
        {
            if (NonFinite.In(block.Name, block.Values) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>Checks whether both states have the same blocks with the same bits.</summary>
    public bool SameBits(AreaState other) =>
        Area == other.Area && Tick == other.Tick && Blocks.Length == other.Blocks.Length
        && Blocks.Zip(other.Blocks).All(pair => SameBits(pair.First, pair.Second));

    private static bool SameBits(StateBlock one, StateBlock other) =>
        one.Name == other.Name && one.Rows == other.Rows && one.Columns == other.Columns
        && MemoryMarshal.Cast<double, long>(one.Values).SequenceEqual(MemoryMarshal.Cast<double, long>(other.Values));
}
