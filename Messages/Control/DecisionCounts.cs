namespace PalActors.Messages.Control;

/// <summary>Counts of an evaluation: samples of each class, by the class that was read out.</summary>
/// <remarks>
/// No tick depends on them: they are kept beside the state in snapshots, and are no part of the digest.
/// </remarks>
/// <param name="classes">Number of classes.</param>
public sealed class DecisionCounts(int classes)
{
    /// <summary>Name of their block in snapshots: rows of class, class read out, and number of samples.</summary>
    public const string Block = "decisions";

    private const int Columns = 3;

    // Allocated by the first decision: most areas are never read out.
    private long[]? _counts;

    private long[] Counts => _counts ??= new long[checked(classes * classes)];

    /// <summary>Counts a sample.</summary>
    /// <param name="label">Its class.</param>
    /// <param name="read">The class that was read out.</param>
    public void Add(int label, int read) => Counts[(label * classes) + read]++;

    /// <summary>Forgets all counts.</summary>
    public void Clear() => _counts?.AsSpan().Clear();

    /// <summary>Captures the counts that are not 0, by class and class read out; null if there are none.</summary>
    public StateBlock? Capture()
    {
        List<double> rows = [];
        for (int i = 0; i < _counts?.Length; i++)
        {
            if (_counts[i] > 0)
                rows.AddRange(i / classes, i % classes, _counts[i]);
        }

        return rows.Count == 0 ? null : new StateBlock(Block, rows.Count / Columns, Columns, [.. rows]);
    }

    /// <summary>Goes on from captured counts.</summary>
    /// <exception cref="ArgumentException">They are of other classes, or no counts.</exception>
    public void Restore(StateBlock block)
    {
        Clear();
        foreach (double[] row in Rows(block))
        {
            if (!IsClass(row[0]) || !IsClass(row[1]) || row[2] is not (>= 1 and <= long.MaxValue / 2))
            {
                throw new ArgumentException(
                    $"A row of '{Block}' is {string.Join(", ", row)}; valid is two of {classes} classes and a count.",
                    nameof(block));
            }

            Counts[((int)row[0] * classes) + (int)row[1]] = (long)row[2];
        }
    }

    /// <summary>Rows of a block: class, class read out, number of samples.</summary>
    /// <exception cref="ArgumentException">It has another shape.</exception>
    public static IEnumerable<double[]> Rows(StateBlock block) =>
        block.Columns == Columns && block.Values.Length == (long)block.Rows * Columns
            ? block.Values.Chunk(Columns)
            : throw new ArgumentException(
                $"'{Block}' is {block.Rows} x {block.Columns}; valid are {Columns} columns.", nameof(block));

    private bool IsClass(double value) => value >= 0 && value < classes && value == Math.Floor(value);
}
