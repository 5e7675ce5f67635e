using System.Runtime.CompilerServices;
using nietras.SeparatedValues;

namespace PalActors.Areas.Toolkit.Files;

/// <summary>Numbers of some columns of a table of text, row by row.</summary>
/// <remarks>They are kept in blocks of rows, which are never copied.</remarks>
/// <param name="text">The table.</param>
/// <param name="columns">The columns.</param>
internal sealed class CsvNumbers(CsvText text, int[] columns)
{
    private const int BlockValues = 1 << 20;

    private readonly int _blockRows = Math.Max(1, BlockValues / columns.Length);
    private readonly List<RowTable> _blocks = [];
    private double[] _block = [];
    private int _rows;

    /// <summary>Adds a row.</summary>
    /// <exception cref="DataFileException">A field is no finite number.</exception>
    // Compiled at full speed at once, since a file may be read in a second.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(SepReader.Row row)
    {
        if (_rows % _blockRows == 0)
            Begin();
        Span<double> into = _block.AsSpan(_rows * columns.Length, columns.Length);
        for (int i = 0; i < columns.Length; i++)
        {
            SepReader.Col field = row[columns[i]];
            int whole = Digits(field.Span);
            if (whole >= 0)
                into[i] = whole;
            else if (field.TryParse(out double value) && double.IsFinite(value))
                into[i] = value;
            else
                throw text.Error(row, columns[i], "a finite number");
        }

        _rows++;
    }

    /// <summary>All rows, of which there is at least one.</summary>
    public RowTable Collected()
    {
        End();
        return JoinedRows.Of(_blocks);
    }

    // Pixels and the like have some digits and nothing else; of others -1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Digits(ReadOnlySpan<char> field)
    {
        const int most = 9;
        if ((uint)(field.Length - 1) >= most)
            return -1;
        int number = 0;
        foreach (char c in field)
        {
            uint digit = (uint)(c - '0');
            if (digit > 9)
                return -1;
            number = (10 * number) + (int)digit;
        }

        return number;
    }

    private void Begin()
    {
        End();
        _block = GC.AllocateUninitializedArray<double>(checked(_blockRows * columns.Length));
    }

    private void End()
    {
        if (_rows == 0)
            return;
        if (_rows < _blockRows)
            Array.Resize(ref _block, _rows * columns.Length);
        _blocks.Add(new RowTable<double>(_block, _rows, [columns.Length]));
        _rows = 0;
    }
}
