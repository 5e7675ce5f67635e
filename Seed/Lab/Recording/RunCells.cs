using PalActors.Areas.Contract.Models;
using PalActors.Lab.Experiments;
using PalActors.Lab.Results;

namespace PalActors.Lab.Recording;

/// <summary>Finds the cell model of a run from its folder.</summary>
internal static class RunCells
{
    /// <summary>The cell model that the run's experiment names, or the first one.</summary>
    /// <param name="run">The folder of a run; its experiment need not be there.</param>
    /// <param name="models">The cell models.</param>
    /// <exception cref="InputException">The experiment cannot be read, or names another model.</exception>
    public static IAreaModel Of(string run, ModelRegistry models)
    {
        string path = Path.Combine(run, RunFiles.Experiment);
        if (!File.Exists(path))
            return models.All[0];
        YamlEntry? cells = YamlReader.ReadFile(path).Entries.FirstOrDefault(entry => entry.Key == "cells");
        return cells is null ? models.All[0] : models.Get(ValueReader.Word(cells, models.Names));
    }
}
