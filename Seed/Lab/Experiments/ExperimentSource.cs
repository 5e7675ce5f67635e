using PalActors.Areas.Contract.Models;

namespace PalActors.Lab.Experiments;

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
        List<UnusedOverride> unused = [];
        Experiment read = Read(models, experiment, task, overrides, notes, unused);
        return unused.Count == 0 ? read : throw unused[0].Error;
    }

    /// <summary>Reads it as one of several that the same values of the command line are meant for.</summary>
    /// <param name="models">The cell models that it may name.</param>
    /// <param name="experiment">Name or path.</param>
    /// <param name="task">The task, for the authors' files, which do not name it; else null.</param>
    /// <param name="overrides">Values of the command line.</param>
    /// <param name="notes">Receives notes on the file and what it says.</param>
    /// <param name="unused">Receives values that no network uses.</param>
    /// <exception cref="InputException">Anything else invalid.</exception>
    internal static Experiment Read(
        ModelRegistry models,
        string experiment,
        string? task,
        IEnumerable<Override> overrides,
        ICollection<string> notes,
        ICollection<UnusedOverride> unused) =>
        Noted(ReadFile(models, experiment, task, overrides, notes, unused), notes);

    /// <summary>Reads one that a program defines.</summary>
    /// <param name="models">The cell models that it may name.</param>
    /// <param name="experiment">The experiment.</param>
    /// <param name="overrides">Changes of its keys.</param>
    /// <param name="notes">Receives notes on what it says.</param>
    /// <exception cref="InputException">Anything invalid.</exception>
    public static Experiment Read(
        ModelRegistry models, ExperimentText experiment, IEnumerable<Override> overrides, ICollection<string> notes)
    {
        YamlMap content = YamlReader.ReadText(experiment.Yaml, experiment.Name);
        return Noted(ExperimentReader.Read(models, experiment.Name, content, overrides), notes);
    }

    private static Experiment Noted(Experiment read, ICollection<string> notes)
    {
        foreach (string note in ExperimentNotes.Of(read))
            notes.Add(note);
        return read;
    }

    private static Experiment ReadFile(
        ModelRegistry models,
        string experiment,
        string? task,
        IEnumerable<Override> overrides,
        ICollection<string> notes,
        ICollection<UnusedOverride> unused)
    {
        string path = ExperimentFiles.Resolve(experiment);
        if (!path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            RefuseTask(task, path);
            return ExperimentReader.Read(models, path, YamlReader.ReadFile(path), overrides, unused);
        }

        AuthorsContent content = AuthorsContent.Read(path);
        bool isDeep = AuthorsDeepFile.IsOne(content);
        if (isDeep)
            RefuseTask(task, path);
        YamlMap read = isDeep ? AuthorsDeepFile.Convert(content) : AuthorsFile.Convert(content, Checked(task));
        foreach (string note in content.Notes)
            notes.Add(note);
        return ExperimentReader.Read(models, path, read, overrides, unused);
    }

    private static void RefuseTask(string? task, string path)
    {
        if (task is not null)
        {
            throw new InputException(
                $"{Setting.Task} is '{task}', but {path} names its own task; "
                + $"valid is {Setting.Task} with a params.json of the microcircuits.");
        }
    }

    private static string Checked(string? task)
    {
        string[] tasks = [.. ExperimentTask.All.Where(t => t.HasTeacher).Select(t => t.Name)];
        return task is not null && tasks.Contains(task)
            ? task
            : throw new InputException(
                $"{Setting.Task} is {(task is null ? "missing" : $"'{task}'")}: a params.json of the microcircuits "
                + $"does not name its task; valid is {string.Join(" or ", tasks)}.");
    }
}
