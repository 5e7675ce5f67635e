using System.Runtime.InteropServices;

namespace PalActors.Areas.Toolkit.Projections;

/// <summary>Presynaptic column that a change of a held input touches.</summary>
/// <typeparam name="T">double or float.</typeparam>
[StructLayout(LayoutKind.Auto)]
internal struct HeldColumn<T>
    where T : unmanaged
{
    /// <summary>Offset of the column in a panel.</summary>
    public nuint Offset;

    /// <summary>Factor g_m of D that has gone into W since the column was touched.</summary>
    public T Gain;

    /// <summary>Factor q^m of D that is left.</summary>
    public T Keep;

    /// <summary>Rate that was held.</summary>
    public T Old;

    /// <summary>Rate that is held from now on.</summary>
    public T Fresh;
}

/// <summary>Columns that a change of a held input touches.</summary>
/// <typeparam name="T">double or float.</typeparam>
internal sealed class HeldColumns<T>(int columns)
    where T : unmanaged
{
    private readonly HeldColumn<T>[] _columns = new HeldColumn<T>[columns];
    private int _count;

    /// <summary>Columns that were added.</summary>
    public ReadOnlySpan<HeldColumn<T>> Active => _columns.AsSpan(0, _count);

    /// <summary>Removes all columns.</summary>
    public void Clear() => _count = 0;

    /// <summary>Adds a column.</summary>
    public void Add(HeldColumn<T> column) => _columns[_count++] = column;
}
