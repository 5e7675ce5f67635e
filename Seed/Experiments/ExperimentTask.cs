using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Experiments;

/// <summary>A task: what is learned, from which data, in which schedule.</summary>
/// <param name="Name">Its name in experiment files; the authors' where they have one.</param>
/// <param name="Summary">One line on it.</param>
/// <param name="Data">The data set that it implies, or null if the experiment names one.</param>
/// <param name="Keys">Keys of experiment files that only some tasks have, and this one has.</param>
/// <param name="Schedule">Lays out its phases.</param>
public sealed record ExperimentTask(
    string Name, string Summary, string? Data, IReadOnlyList<string> Keys, Func<Experiment, MicrocircuitParameters, Schedule> Schedule)
{
    private static readonly string[] s_teacherKeys = ["dataset_size", "settling_time", "rec_per_steps", "angle_dW_BP"];

    /// <summary>All tasks. The first is the default.</summary>
    public static IReadOnlyList<ExperimentTask> All { get; } =
    [
        new("classification", "labelled samples, read out by the largest potential", null, ["data", "data_folder", "train", "validation", "test"], ClassificationSchedule.Build),
        new("bw_only", "B, P and Q learn while W stays as it is", "uniform", s_teacherKeys, (e, p) => TeacherSchedule.Build(e, p, learnsForward: false)),
        new("fw_bw", "a student learns, with all of its synapses, what a teacher answers", "teacher", s_teacherKeys, (e, p) => TeacherSchedule.Build(e, p, learnsForward: true)),
    ];

    /// <summary>Whether there is a teacher.</summary>
    public bool HasTeacher => Data is not null;

    /// <summary>The task of this name.</summary>
    public static ExperimentTask Get(string name) => All.First(task => task.Name == name);

    /// <summary>The schedule of an experiment with these parameters of one of its models.</summary>
    public static Schedule ScheduleOf(Experiment experiment, MicrocircuitParameters parameters) => Get(experiment.Task).Schedule(experiment, parameters);

    /// <summary>Refuses a key that belongs to other tasks only.</summary>
    /// <exception cref="InputException">It does.</exception>
    public void Check(YamlEntry entry)
    {
        IEnumerable<string> owners = All.Where(task => task.Keys.Contains(entry.Key)).Select(task => task.Name);
        bool teachers = MicrocircuitTable.Find(entry.Key) is { Scope: ParameterScope.Teacher };
        if (teachers)
            owners = All.Where(task => task.HasTeacher).Select(task => task.Name);
        else if (!owners.Any())
            return;
        if (!owners.Contains(Name))
            throw entry.Source.Error($"{entry.Key} is a key of task {string.Join(" and ", owners)}, and the task is {Name}; valid there are {string.Join(", ", Keys)}.");
    }
}
