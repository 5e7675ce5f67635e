using PalActors.Messages.Plan;

namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Network that answers the samples of <see cref="TeacherStudent"/>, made by the cell model.</summary>
public interface ITeacher
{
    /// <summary>Answers all samples in their order.</summary>
    /// <remarks>
    /// An answer is the prospective potential at the top as it stood before the last step of a presentation, that is of
    /// the last step but one.
    /// </remarks>
    /// <param name="student">The student's plan.</param>
    /// <param name="seed">Seed of the teacher.</param>
    /// <param name="data">The samples.</param>
    /// <param name="everyStep">Whether to answer every step instead of every sample.</param>
    /// <returns>Target voltages of each sample, or of each step of the pass over all samples.</returns>
    double[][] Answers(NetworkPlan student, uint seed, TeacherStudent data, bool everyStep);
}
