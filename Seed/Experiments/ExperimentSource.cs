namespace PalActors.Seed.Experiments;

/// <summary>What the command line names as an experiment: a name or file of ours, or a parameter file of the authors.</summary>
public static class ExperimentSource
{
    /// <summary>Reads it.</summary>
    /// <param name="experiment">Name or path.</param>
    /// <param name="task">The task, for the authors' files, which do not name it; else null.</param>
    /// <param name="overrides">Values of the command line.</param>
    /// <param name="notes">Receives what there is to tell about the file and what it says.</param>
    /// <exception cref="InputException">Anything invalid.</exception>
    public static Experiment Read(string experiment, string? task, IEnumerable<Override> overrides, ICollection<string> notes)
    {
        Experiment read = ReadFile(experiment, task, overrides, notes);
        foreach (string note in ExperimentNotes.Of(read))
            notes.Add(note);
        return read;
    }

    private static Experiment ReadFile(
        string experiment, string? task, IEnumerable<Override> overrides, ICollection<string> notes)
    {
        string[] tasks = [.. ExperimentTask.All.Where(t => t.HasTeacher).Select(t => t.Name)];
        string path = ExperimentFiles.Resolve(experiment);
        if (!path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            return task is null
                ? ExperimentReader.Read(path, overrides)
                : throw new InputException($"--task is '{task}', but {path} names its own task; valid is --task with a params.json.");
        }

        if (task is null || !tasks.Contains(task))
            throw new InputException($"--task is {(task is null ? "missing" : $"'{task}'")}: a params.json does not name its task; valid is {string.Join(" or ", tasks)}.");
        return ExperimentReader.Read(path, AuthorsFile.Read(path, task, notes), overrides);
    }
}
