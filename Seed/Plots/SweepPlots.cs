using PalActors.Seed.Sweeps;

namespace PalActors.Seed.Plots;

/// <summary>The figures of a sweep's folder. A plain sweep has none: its table is made for other programs.</summary>
public static class SweepPlots
{
    /// <summary>Draws them from sweep.yaml and sweep.csv.</summary>
    /// <returns>The names of the files written.</returns>
    /// <exception cref="InputException">A file there cannot be read.</exception>
    public static IReadOnlyList<string> Draw(string folder)
    {
        SweepDefinition definition = SweepDefinition.Read(folder);
        return definition.Kind == DelayStudy.Kind
            ? DelayPlots.Draw(name => Path.Combine(folder, name), definition, SweepTable.Read(folder, definition.Columns))
            : [];
    }
}
