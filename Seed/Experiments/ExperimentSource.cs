using PalActors.Areas.Contract.Models;

namespace PalActors.Seed.Experiments;

/// <summary>Reads the experiment that the command line names.</summary>
/// <remarks>It is a name or file of ours, or a parameter file of the authors.</remarks>
public static class ExperimentSource
{
    /// <summary>Reads it.</summary>
    /// <param name="models">The cell models that it may name.</param>
    /// <param name="experiment">Name or path.</param>
    /// <param name="task">The task, for the authors' files, which do not name it; else null.</param>
    /// <param name="overrides">Values of the command line.</param>
    /// <param name="notes">Receives notes on the file and what it says.</param>
    /// <exception cref="InputException">Anything invalid.</exception>
    public static Experiment Read(
        ModelRegistry models,
        string experiment,
        string? task,
        IEnumerable<Override> overrides,
        ICollection<string> notes)
    {
        Experiment read = ReadFile(models, experiment, task, overrides, notes);
        foreach (string note in ExperimentNotes.Of(read))
            notes.Add(note);
        return read;
    }

    private static Experiment ReadFile(
        ModelRegistry models,
        string experiment,
        string? task,
        IEnumerable<Override> overrides,
        ICollection<string> notes)
    {
        string[] tasks = [.. ExperimentTask.All.Where(t => t.HasTeacher).Select(t => t.Name)];
        string path = ExperimentFiles.Resolve(experiment);
        if (!path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            return task is null
                ? ExperimentReader.Read(models, path, overrides)
                : throw new InputException(
                    $"--task is '{task}', but {path} names its own task; valid is --task with a params.json.");
        }

        if (task is null || !tasks.Contains(task))
        {
            throw new InputException(
                $"--task is {(task is null ? "missing" : $"'{task}'")}: a params.json does not name its task; "
                + $"valid is {string.Join(" or ", tasks)}.");
        }

        return ExperimentReader.Read(models, path, AuthorsFile.Read(path, task, notes), overrides);
    }
}
