using PalActors.Areas.Contract.Models;
using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Experiments;

/// <summary>A task: what is learned, from which data, in which schedule.</summary>
/// <param name="Name">Its name in experiment files; the authors' where they have one.</param>
/// <param name="Summary">Its meaning in one line.</param>
/// <param name="Data">The data set that it implies, or null if the experiment names one.</param>
/// <param name="Keys">Keys of experiment files that only some tasks have, and this one has.</param>
/// <param name="Schedule">Lays out its phases.</param>
internal sealed record ExperimentTask(
    string Name,
    string Summary,
    string? Data,
    IReadOnlyList<string> Keys,
    Func<Experiment, StepOptions, Schedule> Schedule)
{
    private static readonly string[] s_sampleKeys =
        ["data", "data_folder", "train", "validation", "test", "batch_size", "evaluation_noise", "test_first"];

    private static readonly string[] s_teacherKeys = ["dataset_size", "settling_time", "rec_per_steps", "angle_dW_BP"];

    /// <summary>All tasks, the default first.</summary>
    public static IReadOnlyList<ExperimentTask> All { get; } =
    [
        new(
            "classification", "labelled samples, read out by the largest potential", null,
            s_sampleKeys, ClassificationSchedule.Build)
        {
            TakesGraphs = true,
            TargetKey = OwnDataKeys.Labels,
        },
        new(
            "bw_only", "B, P and Q learn while W stays as it is", "uniform", s_teacherKeys,
            (read, step) => TeacherSchedule.Build(read, step, learnsForward: false))
        {
            TakesGraphs = true,
        },
        new(
            "fw_bw", "a student learns, with all of its synapses, what a teacher answers", "teacher", s_teacherKeys,
            (read, step) => TeacherSchedule.Build(read, step, learnsForward: true)),
        new(
            "autoencoder", "samples are their own targets, through areas that are narrower", null,
            [.. s_sampleKeys, "read_out", "paper_read_out"], AutoencoderSchedule.Build)
        {
            TargetsAreInputs = true,
            HasReadOuts = true,
            Metrics = [AutoencoderSchedule.ErrorValidation, AutoencoderSchedule.ErrorTest],
        },
        new(
            "regression", "real-valued targets, compared with the output", null,
            s_sampleKeys, AutoencoderSchedule.Build)
        {
            TargetKey = OwnDataKeys.Targets,
            Metrics = [AutoencoderSchedule.ErrorValidation, AutoencoderSchedule.ErrorTest],
        },
    ];

    /// <summary>True if networks may be graphs of areas; the others are for chains.</summary>
    public bool TakesGraphs { get; init; }

    /// <summary>What own data must have, by the key that gives it; null for inputs alone.</summary>
    public string? TargetKey { get; init; }

    /// <summary>True if the target of a sample is its input.</summary>
    public bool TargetsAreInputs { get; init; }

    /// <summary>True if classifiers of its narrowest area are learned after every epoch.</summary>
    public bool HasReadOuts { get; init; }

    /// <summary>Metrics that cells must have for it, besides accuracy.</summary>
    public IReadOnlyList<string> Metrics { get; init; } = [];

    /// <summary>True if results are measures and not classes.</summary>
    public bool IsMeasured => HasTeacher || Metrics.Count > 0;

    /// <summary>Checks whether there is a teacher.</summary>
    public bool HasTeacher => Data is not null;

    /// <summary>Checks whether experiments with this task have a parameter.</summary>
    public bool Has(ParameterDescriptor parameter) => parameter.Scope != ParameterScope.Teacher || HasTeacher;

    /// <summary>Checks whether experiments with this task have a key of the run.</summary>
    public bool Has(RunKey key) => Has(key.Name);

    /// <summary>Checks whether cells can have this task.</summary>
    public bool Suits(IAreaModel cells) =>
        (!HasTeacher || cells.HasTeacher)
        && Metrics.All(name => cells.Metrics.Any(metric => metric.Name == name));

    /// <summary>The task of this name.</summary>
    public static ExperimentTask Get(string name) => All.First(task => task.Name == name);

    /// <summary>The schedule of an experiment with the step of one of its models.</summary>
    public static Schedule ScheduleOf(Experiment experiment, StepOptions step) =>
        Get(experiment.Task).Schedule(experiment, step);

    // A key that no task claims is one of all.
    private bool Has(string key) => Keys.Contains(key) || !All.Any(task => task.Keys.Contains(key));

    /// <summary>Refuses a key that belongs to other tasks only.</summary>
    /// <param name="entry">The key.</param>
    /// <param name="parameters">Parameters of the experiment.</param>
    /// <exception cref="InputException">It does.</exception>
    public void Check(YamlEntry entry, ParameterTable parameters)
    {
        ParameterDescriptor? parameter = parameters.Find(entry.Key);
        string[] owners =
        [
            .. All.Where(task => parameter is null ? task.Has(entry.Key) : task.Has(parameter))
                .Select(task => task.Name),
        ];
        if (owners.Contains(Name))
            return;
        throw entry.Source.Error(
            $"{entry.Key} is a key of task {string.Join(" and ", owners)}, and the task is {Name}; "
            + $"valid there are {string.Join(", ", Keys)}.");
    }
}
