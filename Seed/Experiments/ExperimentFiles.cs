namespace PalActors.Seed.Experiments;

/// <summary>Finds experiments: by path, or by name in ./experiments and in the experiments that ship with the program.</summary>
public static class ExperimentFiles
{
    private static readonly string[] s_endings = [".yaml", ".yml", ".json"];

    /// <summary>The folders that are searched, in order.</summary>
    public static IReadOnlyList<string> Folders => ["experiments", Path.Combine(AppContext.BaseDirectory, "experiments")];

    /// <summary>The experiments at hand: names and paths, sorted by name; of equal names the one that a run would take.</summary>
    public static IReadOnlyList<(string Name, string Path)> All()
    {
        SortedDictionary<string, string> found = new(StringComparer.Ordinal);
        foreach (string folder in Folders.Where(Directory.Exists))
        {
            foreach (string path in Directory.EnumerateFiles(folder, "*.yaml"))
                found.TryAdd(Path.GetFileNameWithoutExtension(path), path);
        }

        return [.. found.Select(pair => (pair.Key, pair.Value))];
    }

    /// <summary>The path of the experiment that the user named.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static string Resolve(string experiment)
    {
        if (experiment.Length == 0)
            throw new InputException("EXPERIMENT is empty; valid is a name that 'palactors list' shows, or a .yaml file.");
        if (IsPath(experiment))
        {
            return File.Exists(experiment)
                ? experiment
                : throw new InputException($"{experiment}: there is no such file; valid is a .yaml file, or a name that 'palactors list' shows.");
        }

        IReadOnlyList<(string Name, string Path)> all = All();
        foreach ((string name, string path) in all)
        {
            if (name == experiment)
                return path;
        }

        string hint = all.Count == 0
            ? "no experiment is at hand; valid is a .yaml file"
            : $"the nearest is '{NearestKey.Find(experiment, all.Select(e => e.Name))}'; valid is a .yaml file, or a name that 'palactors list' shows";
        throw new InputException($"there is no experiment '{experiment}'; {hint}.");
    }

    private static bool IsPath(string experiment) =>
        s_endings.Any(ending => experiment.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
        || experiment.Contains('/') || experiment.Contains(Path.DirectorySeparatorChar);
}
