using System.Numerics;
using System.Runtime.CompilerServices;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Batches;

/// <summary>Tiles of slots of a state, packed so that the cells of a tile follow each other in memory.</summary>
/// <remarks>
/// In a state with many slots a tile's cells lie a power of two apart, or nearly, and share very few of the caches'
/// sets. Packing pays for products of many rows, each of which reads the tile. It moves values and changes none.
/// </remarks>
/// <typeparam name="T">double or float.</typeparam>
internal sealed class SlotTiles<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Terms of a block: the part of a tile that they read stays in the first-level cache, nearly.</summary>
    public const int Terms = 256;

    // Fewer rows than two tiles of ten gain less than packing costs.
    private const int LeastRows = 20;

    // A packed tile stays in the second-level cache.
    private const int MostBytes = 640 << 10;

    [ThreadStatic]
    private static T[]? t_buffer;

    private readonly BatchKernels<T> _kernels;
    private readonly int _stride;
    private readonly int _length;

    /// <summary>Creates tiles of a part of an image: some rows of all its channels.</summary>
    /// <param name="kernels">Kernels that copy and multiply.</param>
    /// <param name="slots">Slots of the batch.</param>
    /// <param name="cells">Cells of a row over all channels.</param>
    /// <param name="rows">Rows of the image.</param>
    /// <param name="more">Rows that must be packed beyond <see cref="Rows"/>.</param>
    public SlotTiles(BatchKernels<T> kernels, int slots, int cells, int rows, int more)
    {
        _kernels = kernels;
        _stride = BatchLayout.Stride<T>(slots);
        Rows = Math.Max(1, (MostBytes / checked(cells * kernels.TileColumns * Unsafe.SizeOf<T>())) - more);
        _length = checked(cells * kernels.TileColumns * (int)Math.Min(rows, (long)Rows + more));
    }

    /// <summary>Gets the number of rows to compute from one packed tile.</summary>
    public int Rows { get; }

    /// <summary>Gets whether products of so many rows should be computed from packed tiles.</summary>
    /// <param name="kernels">Kernels that copy and multiply.</param>
    /// <param name="slots">Slots of the batch.</param>
    /// <param name="rows">Rows of the products.</param>
    /// <param name="tiles">Tiles of slots that a state must have more of.</param>
    public static bool PaysFor(BatchKernels<T> kernels, int slots, int rows, int tiles) =>
        BatchLayout.Stride<T>(slots) > tiles * kernels.TileColumns && rows >= LeastRows;

    /// <summary>Gets the number of slots of the tile that begins at a slot, a whole number of vectors.</summary>
    public int Width(int slot) => Math.Min(_kernels.TileColumns, _stride - slot);

    /// <summary>Allocates the buffer of this thread, unless it has one that is large enough.</summary>
    public T[] Reserve()
    {
        T[] buffer = t_buffer ?? [];
        if (buffer.Length < _length)
            t_buffer = buffer = Padding.Align<T>(_length);
        return buffer;
    }

    /// <summary>Packs runs of cells of a state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="cell">First cell of the first run.</param>
    /// <param name="cells">Cells of a run.</param>
    /// <param name="runs">Number of runs.</param>
    /// <param name="step">Cells from run to run.</param>
    /// <param name="slot">First slot of the tile.</param>
    /// <returns>An array [run, cell, slot of the tile], valid until this thread packs again.</returns>
    public T[] Pack(T[] state, int cell, int cells, int runs, int step, int slot)
    {
        T[] buffer = Reserve();
        int width = Width(slot);
        for (int run = 0; run < runs; run++)
        {
            int from = ((cell + (run * step)) * _stride) + slot;
            _kernels.Pack(state, from, _stride, cells, buffer, run * cells * width, width);
        }

        return buffer;
    }
}
