using PalActors.Areas.Model.Networks;
using PalActors.Areas.Model.Numerics;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Model.Stimuli;

/// <summary>
/// Inputs uniform in [0, 1) and, as targets, what a teacher answers (FORMAT section 7). Inputs and teacher derive from the data seed alone, by numpy's legacy generator, so that all
/// microcircuits of an experiment share them. In the task that learns W the inputs come from the teacher's seed, in the other from the data seed itself.
/// </summary>
public sealed class TeacherStudent : IDataSet
{
    private readonly double[] _inputs;
    private readonly Lazy<double[][]> _answers;
    private readonly Lazy<double[][]> _steps;

    /// <summary>The data of a plan.</summary>
    /// <param name="plan">The student: sizes, parameters, schedule (its settling and its first epoch give the teacher's).</param>
    /// <param name="inputsOfTeacher">Whether the inputs come from the teacher's seed.</param>
    public TeacherStudent(NetworkPlan plan, bool inputsOfTeacher)
    {
        uint dataSeed = checked((uint)plan.DataSeed);
        uint teacherSeed = (uint)new LegacyRandomState(dataSeed).RandInt(100000, 999999);
        Inputs = plan.Layers[0];
        Targets = plan.Layers[^1];
        Samples = plan.Schedule.Phases.First(phase => phase.Split == Train).Presentations;
        LegacyRandomState random = new(inputsOfTeacher ? teacherSeed : dataSeed);
        _inputs = new double[Samples * Inputs];
        for (int k = 0; k < _inputs.Length; k++)
            _inputs[k] = random.RandomDouble();
        _answers = new Lazy<double[][]>(() => Ask(new TeacherNetwork(plan, teacherSeed, this), everyStep: false));
        _steps = new Lazy<double[][]>(() => Ask(new TeacherNetwork(plan, teacherSeed, this), everyStep: true));
    }

    /// <summary>The split of the training phases.</summary>
    public const string Train = "train";

    /// <summary>The split of the settling phases.</summary>
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
    public void Input(string split, int sample, Span<double> rates) => _inputs.AsSpan(sample * Inputs, Inputs).CopyTo(rates);

    /// <summary>
    /// The teacher's answer to a sample: its prospective potential at the top as it stood before the last step of the presentation, that is of the last step but one.
    /// </summary>
    /// <inheritdoc/>
    public void Target(string split, int sample, Span<double> voltages) => _answers.Value[sample].CopyTo(voltages);

    /// <summary>What the teacher answered before a step of its pass over all samples, counted over the whole pass.</summary>
    public double[] AnswerBefore(int step) => _steps.Value[step];

    // Settles like the student, then sees all samples once, in their order, without learning.
    private double[][] Ask(TeacherNetwork teacher, bool everyStep)
    {
        PlainLoop loop = new(teacher);
        CorticalArea top = loop.Areas[^1];
        Phase pass = teacher.Schedule.Phases[^1];
        loop.RunTo(pass.FirstTick - 1);
        int stride = everyStep ? 1 : pass.PresentationTicks;
        double[][] answers = new double[Samples * pass.PresentationTicks / stride][];
        for (int i = 0; i < answers.Length; i++)
        {
            loop.RunTo(loop.Areas[0].Tick + stride - 1);
            answers[i] = top.Pyramidal.Prospective.AsSpan(0, Targets).ToArray();
            loop.Step();
        }

        return answers;
    }
}
