using PalActors.Areas.Toolkit.Files;

namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>All rows of some files.</summary>
/// <param name="Name">The first file, for error messages.</param>
/// <param name="Inputs">Inputs.</param>
/// <param name="Labels">Labels, or null.</param>
/// <param name="Targets">Targets, or null.</param>
internal sealed record OwnTable(string Name, RowTable Inputs, LabelColumn? Labels, RowTable? Targets)
{
    private int[]? _classes;

    /// <summary>Some of the rows as samples; all for null.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="classes">Names of the classes.</param>
    public OwnSamples Samples(int[]? rows, string[] classes)
    {
        if (Labels is { } labels && _classes is null)
        {
            int[] places = [.. labels.Names.Select(name => Array.IndexOf(classes, name))];
            _classes = [.. labels.Codes.Select(code => places[code])];
        }

        return new OwnSamples(Inputs, _classes, Targets, rows ?? [.. Enumerable.Range(0, Inputs.Rows)]);
    }
}
