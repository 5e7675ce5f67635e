using PalActors.Areas.Models.Microcircuit.Cortex;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Networks;

/// <summary>
/// A microcircuit as teacher: it settles like the student, then sees all samples once, in their order, without
/// learning.
/// </summary>
internal sealed class MicrocircuitTeacher : ITeacher
{
    /// <inheritdoc/>
    public double[][] Answers(NetworkPlan student, uint seed, TeacherStudent data, bool everyStep)
    {
        TeacherNetwork teacher = new(student, seed, data);
        PlainLoop loop = new(teacher);
        CorticalArea[] targeted = [.. loop.Areas.Where(area => area.IsTargeted)];
        Phase pass = teacher.Schedule.Phases[^1];
        loop.RunTo(pass.FirstTick - 1);
        int stride = everyStep ? 1 : pass.PresentationTicks;
        double[][] answers = new double[data.Samples * pass.PresentationTicks / stride][];
        for (int i = 0; i < answers.Length; i++)
        {
            loop.RunTo(loop.Areas[0].Tick + stride - 1);
            answers[i] = [.. targeted.SelectMany(area => area.Pyramidal.Prospective.Take(area.Size))];
            loop.Step();
        }

        return answers;
    }
}
