using System.Numerics;
using System.Runtime.InteropServices;
using PalActors.Areas.Contract;
using PalActors.Areas.Toolkit.Batches;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Areas.Models.RateCells.Cells;

/// <summary>Copy of what arrives from a neighbour into an array of the area.</summary>
/// <typeparam name="T">double or float.</typeparam>
internal sealed class ArrivalCopy<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly BatchOf<T> _size;
    private readonly RangeWork _work;
    private Arrival? _from;

    /// <summary>Creates a copy that is zero.</summary>
    /// <param name="size">Cells of the neighbour that arrive, and slots.</param>
    /// <param name="split">Threads of large passes.</param>
    public ArrivalCopy(BatchOf<T> size, RowSplit split)
    {
        (_size, Values) = (size, size.Allocate());
        _work = new RangeWork(split, size.Cells, size.Stride, Take);
    }

    /// <summary>The values.</summary>
    public T[] Values { get; }

    /// <summary>Takes the first part of an emission.</summary>
    /// <remarks>Emission 0 is the state before tick 1, in which everything is zero.</remarks>
    public void Take(Arrival from)
    {
        if (from.Chosen == 0)
        {
            Array.Clear(Values);
            return;
        }

        _from = from;
        _work.Run();
        _from = null;
    }

    private void Take(int first, int end)
    {
        Span<T> to = _size.Of(Values, first, end);
        MemoryMarshal.Cast<double, T>(_from!.Part(0)).Slice(first * _size.Stride, to.Length).CopyTo(to);
    }
}
