namespace PalActors.Lab.Experiments;

/// <summary>Finds experiments by path, or by name.</summary>
/// <remarks>Names are looked up in ./experiments and in the experiments that ship with the program.</remarks>
internal static class ExperimentFiles
{
    private const string Valid = "valid is a .yaml file, or a name that 'palactors list' shows";

    private static readonly string[] s_endings = [".yaml", ".yml", ".json"];

    /// <summary>The folders that are searched, in order.</summary>
    public static IReadOnlyList<string> Folders =>
        ["experiments", Path.Combine(AppContext.BaseDirectory, "experiments")];

    /// <summary>The experiments at hand, sorted by name.</summary>
    /// <remarks>Of equal names it is the one that a run would take.</remarks>
    /// <returns>Names and paths.</returns>
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
        {
            throw new InputException(
                "EXPERIMENT is empty; valid is a name that 'palactors list' shows, or a .yaml file.");
        }

        if (IsPath(experiment))
        {
            return File.Exists(experiment)
                ? experiment
                : throw new InputException(Folder(experiment) ?? $"{experiment}: there is no such file; {Valid}.");
        }

        IReadOnlyList<(string Name, string Path)> all = All();
        foreach ((string name, string path) in all)
        {
            if (name == experiment)
                return path;
        }

        if (File.Exists(experiment))
            throw new InputException($"{experiment}: this is no experiment; {Valid}.");
        string[] names = [.. all.Select(one => one.Name)];
        string hint = names.Length == 0 ? "no experiment is at hand; valid is a .yaml file"
            : NearestKey.Guess(experiment, names) is { } nearest ? $"the nearest is '{nearest}'; {Valid}" : Valid;
        throw new InputException(Folder(experiment) ?? $"there is no experiment '{experiment}'; {hint}.");
    }

    // A folder probably stands for the run in it.
    private static string? Folder(string path)
    {
        if (!Directory.Exists(path))
            return null;
        string experiment = Path.Combine(path, ExperimentWriter.FileName);
        return File.Exists(experiment)
            ? $"'{path}' is the folder of a run; to repeat it: palactors run {experiment}; "
                + $"to go on: palactors resume {path}."
            : $"'{path}' is a folder; {Valid}.";
    }

    private static bool IsPath(string experiment) =>
        s_endings.Any(ending => experiment.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
        || experiment.Contains('/') || experiment.Contains(Path.DirectorySeparatorChar);
}
