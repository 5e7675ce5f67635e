using PalActors.Areas.Toolkit.Numerics;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Inputs uniform in [0, 1) with the answers of a teacher as targets (FORMAT section 7).</summary>
/// <remarks>
/// Inputs and teacher derive from the data seed alone, by numpy's legacy generator, so that all microcircuits of an
/// experiment share them. In the task that learns W the inputs come from the teacher's seed, in the other from the data
/// seed itself.
/// </remarks>
public sealed class TeacherStudent : IDataSet
{
    private readonly double[] _inputs;
    private readonly Lazy<double[][]> _answers;
    private readonly Lazy<double[][]> _steps;

    /// <summary>Creates the data of a plan.</summary>
    /// <param name="plan">
    /// The student: sizes, parameters, schedule (its settling and its first epoch give the teacher's).
    /// </param>
    /// <param name="inputsOfTeacher">Whether the inputs come from the teacher's seed.</param>
    /// <param name="teacher">Computes the answers; null where only inputs are asked for.</param>
    public TeacherStudent(NetworkPlan plan, bool inputsOfTeacher, ITeacher? teacher)
    {
        uint dataSeed = checked((uint)plan.DataSeed);
        uint teacherSeed = (uint)new LegacyRandomState(dataSeed).RandInt(100000, 999999);
        AreaGraph graph = plan.Graph;
        Inputs = graph.Inputs.Sum(area => graph.Cells[area]);
        Targets = graph.Targeted.Sum(area => graph.Cells[area]);
        Samples = plan.Schedule.Phases.First(phase => phase.Split == Train).Presentations;
        LegacyRandomState random = new(inputsOfTeacher ? teacherSeed : dataSeed);
        _inputs = new double[Samples * Inputs];
        for (int k = 0; k < _inputs.Length; k++)
            _inputs[k] = random.RandomDouble();
        _answers = new Lazy<double[][]>(() => Ask(everyStep: false));
        _steps = new Lazy<double[][]>(() => Ask(everyStep: true));

        double[][] Ask(bool everyStep) => teacher is not null
            ? teacher.Answers(plan, teacherSeed, this, everyStep)
            : throw new InvalidOperationException("These data have no teacher that answers.");
    }

    /// <summary>Name of the split of the training phases.</summary>
    public const string Train = "train";

    /// <summary>Name of the split of the settling phases.</summary>
    public const string Settle = "settle";

    /// <summary>Number of samples.</summary>
    public int Samples { get; }

    /// <inheritdoc/>
    public int Inputs { get; }

    /// <inheritdoc/>
    public int Targets { get; }

    /// <inheritdoc/>
    public bool AnswersAreComputed => true;

    /// <inheritdoc/>
    public void Input(string split, int sample, Span<double> rates) =>
        _inputs.AsSpan(sample * Inputs, Inputs).CopyTo(rates);

    /// <summary>Writes the teacher's answer to a sample.</summary>
    /// <remarks>
    /// The answer is its prospective potential at the top as it stood before the last step of the presentation, that is
    /// of the last step but one.
    /// </remarks>
    /// <inheritdoc/>
    public void Target(string split, int sample, Span<double> voltages) => _answers.Value[sample].CopyTo(voltages);

    /// <summary>Gets what the teacher answered before a step of its pass over all samples.</summary>
    /// <param name="step">The step, counted over the whole pass.</param>
    public double[] AnswerBefore(int step) => _steps.Value[step];
}
