using System.Reflection;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.PlugIns;
using PalActors.Lab.Experiments;

namespace PalActors.Lab.PlugIns;

/// <summary>Plug-ins of a program: assemblies of their own with cell models and learning models.</summary>
public static class PlugInFiles
{
    /// <summary>Loads plug-ins, once, before the first experiment is read.</summary>
    /// <remarks>Their files are part of the identity of the build, in results and between nodes.</remarks>
    /// <param name="models">The cell models of the program.</param>
    /// <param name="paths">Their files.</param>
    /// <returns>The cell models, those of the plug-ins last.</returns>
    /// <exception cref="InputException">One is no plug-in for this program, or adds a name that is there.</exception>
    public static ModelRegistry Load(ModelRegistry models, params IReadOnlyList<string> paths)
    {
        PlugInTables tables = new(models);
        Assembly[] loaded = new Assembly[paths.Count];
        for (int i = 0; i < loaded.Length; i++)
        {
            loaded[i] = new PlugInFile(paths[i]).Load(tables);
            CheckKeys(paths[i], tables.Models);
        }

        ProgramVersion.Take(tables.Models, loaded);
        return tables.Models;
    }

    // Parameters are keys of experiments, so they must not hide one.
    private static void CheckKeys(string path, ModelRegistry models)
    {
        foreach (IAreaModel cells in models.All)
        {
            HashSet<string> run = [.. ExperimentKeys.Run.Select(key => key.Name)];
            if (cells.Parameters.All.FirstOrDefault(one => run.Contains(one.Name)) is { } taken)
            {
                throw new InputException(
                    $"plug-in '{path}': parameter '{taken.Name}' has the name of a key of experiments; "
                    + "valid is any other.");
            }
        }
    }
}
