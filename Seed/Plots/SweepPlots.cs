using PalActors.Seed.Sweeps;

namespace PalActors.Seed.Plots;

/// <summary>The figures of a sweep's folder and what they show in numbers. A plain sweep has none: its table is made for other programs.</summary>
public static class SweepPlots
{
    /// <summary>Draws the figures from sweep.yaml and sweep.csv.</summary>
    /// <returns>The names of the files written.</returns>
    /// <exception cref="InputException">A file there cannot be read.</exception>
    public static IReadOnlyList<string> Draw(string folder) =>
        Read(folder) is { } study ? DelayPlots.Draw(name => Path.Combine(folder, name), study.Definition, study.Rows) : [];

    /// <summary>Writes their numbers, for which no drawing library is needed.</summary>
    /// <returns>The names of the files written.</returns>
    /// <exception cref="InputException">A file there cannot be read.</exception>
    public static IReadOnlyList<string> Tabulate(string folder)
    {
        if (Read(folder) is not { Rows.Count: > 0 } study)
            return [];
        File.WriteAllText(Path.Combine(folder, SweepFiles.DelayMedians), DelayTable.Text(study.Definition, study.Rows));
        return [SweepFiles.DelayMedians];
    }

    private static (SweepDefinition Definition, IReadOnlyList<SweepRow> Rows)? Read(string folder)
    {
        SweepDefinition definition = SweepDefinition.Read(folder);
        return definition.Kind == DelayStudy.Kind ? (definition, SweepTable.Read(folder, definition.Columns)) : null;
    }
}
