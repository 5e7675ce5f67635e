using System.Numerics;

namespace PalActors.Areas.Toolkit.Files;

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
