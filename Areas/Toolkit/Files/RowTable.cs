using System.Numerics;

namespace PalActors.Areas.Toolkit.Files;

/// <summary>Numbers of a file: rows of equal width, as they were stored.</summary>
/// <param name="shape">Shape of a row, the last dimension fastest.</param>
internal abstract class RowTable(IReadOnlyList<int> shape)
{
    /// <summary>Number of rows.</summary>
    public abstract int Rows { get; }

    /// <summary>Shape of a row; none for a single number.</summary>
    public IReadOnlyList<int> Shape => shape;

    /// <summary>Values per row.</summary>
    public int Width { get; } = checked((int)shape.Aggregate(1L, (product, size) => checked(product * size)));

    /// <summary>Bytes that the values take.</summary>
    public abstract long Bytes { get; }

    /// <summary>Writes a row as double-precision numbers.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <param name="values">Receives <see cref="Width"/> values.</param>
    public abstract void Read(int row, Span<double> values);
}

/// <summary>Rows of one type of number, one behind the other.</summary>
/// <typeparam name="T">Type of the numbers.</typeparam>
/// <param name="values">The values.</param>
/// <param name="rows">Number of rows.</param>
/// <param name="shape">Shape of a row.</param>
internal sealed class RowTable<T>(T[] values, int rows, IReadOnlyList<int> shape) : RowTable(shape)
    where T : unmanaged, INumberBase<T>
{
    /// <inheritdoc/>
    public override int Rows => rows;

    /// <inheritdoc/>
    public override unsafe long Bytes => (long)sizeof(T) * values.Length;

    /// <inheritdoc/>
    public override void Read(int row, Span<double> into)
    {
        ReadOnlySpan<T> from = values.AsSpan(row * Width, Width);
        for (int i = 0; i < from.Length; i++)
            into[i] = double.CreateTruncating(from[i]);
    }
}
