using System.Runtime.InteropServices;

namespace PalActors.Areas.Toolkit.Projections;

/// <summary>One presynaptic column that a change of a held input touches.</summary>
/// <typeparam name="T">double or float.</typeparam>
[StructLayout(LayoutKind.Auto)]
internal struct HeldColumn<T>
    where T : unmanaged
{
    /// <summary>Where the column begins in a panel.</summary>
    public nuint Offset;

    /// <summary>g_m: how much of D has gone into W since the column was touched.</summary>
    public T Gain;

    /// <summary>q^m: how much of D is left.</summary>
    public T Keep;

    /// <summary>The rate that was held.</summary>
    public T Old;

    /// <summary>The rate that is held from now on.</summary>
    public T Fresh;
}

/// <summary>The columns that a change of a held input touches.</summary>
/// <typeparam name="T">double or float.</typeparam>
internal sealed class HeldColumns<T>(int columns)
    where T : unmanaged
{
    private readonly HeldColumn<T>[] _columns = new HeldColumn<T>[columns];
    private int _count;

    /// <summary>The columns.</summary>
    public ReadOnlySpan<HeldColumn<T>> Active => _columns.AsSpan(0, _count);

    /// <summary>None.</summary>
    public void Clear() => _count = 0;

    /// <summary>One more.</summary>
    public void Add(HeldColumn<T> column) => _columns[_count++] = column;
}
