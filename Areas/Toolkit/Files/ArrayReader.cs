using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PalActors.Areas.Toolkit.Files;

/// <summary>Reads the values of an array into memory, as they are.</summary>
/// <remarks>Fortran order becomes C order, big-endian numbers this machine's; numbers stay what they are.</remarks>
/// <param name="bytes">The bytes of the array.</param>
/// <param name="outline">Type and shape.</param>
/// <param name="where">File and array, for error messages.</param>
internal sealed partial class ArrayReader(ArrayBytes bytes, ArrayOutline outline, string where)
{
    private readonly int _rows = Rows(outline, where);
    private readonly int[] _shape = [.. outline.Sizes.Skip(1).Select(size => (int)size)];

    /// <summary>Reads an array of numbers, of which the first dimension counts rows.</summary>
    /// <exception cref="DataFileException">It is no such array, or cut off, or a number is not finite.</exception>
    public RowTable ReadRows() => (outline.Type.Kind, outline.Type.Size) switch
    {
        ('f', 2) => Read<Half>(),
        ('f', 4) => Read<float>(),
        ('f', 8) => Read<double>(),
        ('i', 1) => Read<sbyte>(),
        ('i', 2) => Read<short>(),
        ('i', 4) => Read<int>(),
        ('i', 8) => Read<long>(),
        ('b' or 'u', 1) => Read<byte>(),
        ('u', 2) => Read<ushort>(),
        ('u', 4) => Read<uint>(),
        ('u', 8) => Read<ulong>(),
        _ => throw new DataFileException($"{where}: the values are {outline.Type}; valid are numbers."),
    };

    /// <summary>Reads an array of labels: one text or whole number a row.</summary>
    /// <exception cref="DataFileException">It is no such array.</exception>
    public LabelColumn ReadLabels()
    {
        if (_shape.Any(size => size != 1))
        {
            throw new DataFileException(
                $"{where}: the labels are {outline.Shape} values; valid is one a row, or targets in place of labels.");
        }

        return outline.Type.IsText ? ReadTexts() : Whole(ReadRows());
    }

    private LabelColumn Whole(RowTable rows)
    {
        LabelCollector labels = new();
        Span<double> value = stackalloc double[1];
        Span<char> text = stackalloc char[32];
        for (int row = 0; row < rows.Rows; row++)
        {
            rows.Read(row, value);
            if (LabelColumn.NameOf(value[0]) is null)
            {
                throw new DataFileException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{where}[{row}] is {value[0]}; valid labels are texts, or whole numbers below 2^53."));
            }

            value[0].TryFormat(text, out int length, "F0", CultureInfo.InvariantCulture);
            labels.Add(text[..length]);
        }

        return labels.Collected();
    }

    private static int Rows(ArrayOutline outline, string where)
    {
        if (outline.Sizes.Count > 0 && outline.Sizes.All(size => size > 0)
            && outline.Bytes / (UInt128)outline.Type.Size <= (UInt128)Array.MaxLength)
            return (int)outline.Sizes[0];
        throw new DataFileException(
            $"{where}: the array is {outline.Shape}; valid is one or more rows, and {Array.MaxLength} values at most.");
    }

    private RowTable<T> Read<T>()
        where T : unmanaged, INumberBase<T>
    {
        int width = (int)_shape.Aggregate(1L, (product, size) => product * size);
        T[] values = bytes.Read<T>(_rows * width, outline.Type.IsBig, where);
        if (outline.IsFortran && _shape.Length > 0)
            values = InRows(values, width);
        CheckFinite(values, width);
        return new RowTable<T>(values, _rows, _shape);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CheckFinite<T>(T[] values, int width)
        where T : unmanaged, INumberBase<T>
    {
        if (outline.Type.Kind != 'f')
            return;
        for (int i = 0; i < values.Length; i++)
        {
            if (!T.IsFinite(values[i]))
            {
                throw new DataFileException(
                    $"{where}{Place(i, width)} is {Name(values[i])}; valid is a finite number.");
            }
        }
    }

    // As an index of numpy, counted from 0.
    private string Place(int index, int width)
    {
        List<int> places = [];
        int rest = index % width;
        for (int axis = _shape.Length - 1; axis >= 0; axis--)
        {
            places.Insert(0, rest % _shape[axis]);
            rest /= _shape[axis];
        }

        return $"[{string.Join(", ", places.Prepend(index / width))}]";
    }

    private static string Name<T>(T value)
        where T : INumberBase<T> => T.IsNaN(value) ? "NaN" : T.IsNegative(value) ? "-infinity" : "infinity";
}
