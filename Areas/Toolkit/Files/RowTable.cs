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
