using PalActors.Areas.Contract.Parameters;

namespace PalActors.Lab.Experiments;

/// <summary>Execution of the networks of an experiment.</summary>
internal static class ExecutionPlan
{
    /// <summary>Pace of a run, ticks per second; 0 for as fast as possible.</summary>
    /// <exception cref="ParameterException">A value is invalid, or the networks would differ in their pace.</exception>
    public static double PaceOf(Experiment experiment) =>
        ExecutionTable.PaceOf(experiment.Execution, experiment.Selected.Select(label => Dt(experiment, label)));

    private static double Dt(Experiment experiment, string label) =>
        new StepOptions(experiment.OptionsOf(experiment.Variant(label))).Dt;
}
