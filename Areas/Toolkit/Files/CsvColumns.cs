namespace PalActors.Areas.Toolkit.Files;

/// <summary>Finds the columns of a table that are wanted.</summary>
/// <remarks>
/// A name that ends in <c>*</c> stands for all columns that begin so. Inputs without names are all columns that are
/// neither labels nor targets.
/// </remarks>
internal sealed class CsvColumns
{
    private readonly string _path;
    private readonly IReadOnlyList<string> _header;

    /// <summary>Finds them.</summary>
    /// <param name="path">The file, for error messages.</param>
    /// <param name="header">Names of its columns.</param>
    /// <param name="request">What is wanted.</param>
    /// <exception cref="DataFileException">One is not there.</exception>
    public CsvColumns(string path, IReadOnlyList<string> header, FileRequest request)
    {
        (_path, _header) = (path, header);
        Labels = request.Labels is null ? -1 : One(request.Labels);
        Targets = request.Targets is null ? [] : Named(request.Targets, "targets");
        Inputs = request.Inputs switch
        {
            null => [],
            { Count: > 0 } names => Named(names, "inputs"),
            _ => [.. Enumerable.Range(0, header.Count).Where(column => column != Labels && !Targets.Contains(column))],
        };
        if (request.Inputs is null)
            return;
        if (Inputs.Length == 0)
            throw new DataFileException($"{path}: no column is left for inputs; valid is at least one.");
        if (Inputs.FirstOrDefault(column => column == Labels || Targets.Contains(column), -1) is >= 0 and int both)
        {
            throw new DataFileException(
                $"{path}: column {header[both]} is an input and what is to be learned; valid is one of them.");
        }
    }

    /// <summary>Columns of inputs.</summary>
    public int[] Inputs { get; }

    /// <summary>Column of labels, or -1.</summary>
    public int Labels { get; }

    /// <summary>Columns of targets.</summary>
    public int[] Targets { get; }

    private int One(IReadOnlyList<string> names)
    {
        int[] found = names.Count == 0 && _header.Count == 1 ? [0] : Named(names, "labels");
        return found.Length == 1
            ? found[0]
            : throw new DataFileException($"{_path}: labels names {found.Length} columns; valid is one.");
    }

    private int[] Named(IReadOnlyList<string> names, string key)
    {
        List<int> found = [];
        foreach (string name in names)
        {
            int[] columns = [.. Enumerable.Range(0, _header.Count).Where(column => Suits(_header[column], name))];
            if (columns.Length == 0)
            {
                throw new DataFileException(
                    $"{_path}: {key} names '{name}', which is no column; valid is one of {Listed()}.");
            }

            found.AddRange(columns.Except(found));
        }

        // Without names in a file of its own, all columns are meant.
        return names.Count > 0 ? [.. found] : [.. Enumerable.Range(0, _header.Count)];
    }

    private static bool Suits(string column, string name) => name.EndsWith('*')
        ? column.StartsWith(name[..^1], StringComparison.Ordinal)
        : column == name;

    private string Listed()
    {
        const int most = 12;
        string names = string.Join(", ", _header.Take(most));
        return _header.Count > most ? $"{names} and {_header.Count - most} more" : names;
    }
}
