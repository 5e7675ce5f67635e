namespace PalActors.Areas.Toolkit.Files;

/// <summary>Rows of several tables, those of one behind those of the other.</summary>
internal sealed class JoinedRows : RowTable
{
    private readonly IReadOnlyList<RowTable> _parts;
    private readonly int[] _first;

    private JoinedRows(IReadOnlyList<RowTable> parts)
        : base(parts[0].Shape)
    {
        _parts = parts;
        _first = new int[parts.Count];
        for (int part = 1; part < parts.Count; part++)
            _first[part] = checked(_first[part - 1] + parts[part - 1].Rows);
        Rows = checked(_first[^1] + parts[^1].Rows);
    }

    /// <inheritdoc/>
    public override int Rows { get; }

    /// <inheritdoc/>
    public override long Bytes => _parts.Sum(part => part.Bytes);

    /// <summary>Joins tables of the same width.</summary>
    public static RowTable Of(IReadOnlyList<RowTable> parts) => parts.Count == 1 ? parts[0] : new JoinedRows(parts);

    /// <inheritdoc/>
    public override void Read(int row, Span<double> values)
    {
        int found = Array.BinarySearch(_first, row);
        int part = found >= 0 ? found : ~found - 1;
        _parts[part].Read(row - _first[part], values);
    }
}
