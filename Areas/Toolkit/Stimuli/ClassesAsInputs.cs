namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Data set whose only input is the class of a sample, for read-outs.</summary>
/// <param name="data">The set that has the samples.</param>
public sealed class ClassesAsInputs(ILabelledDataSet data) : IDataSet
{
    /// <inheritdoc/>
    public int Inputs => 1;

    /// <inheritdoc/>
    public int Targets => data.Targets;

    /// <inheritdoc/>
    public int SamplesOf(string split) => data.SamplesOf(split);

    /// <inheritdoc/>
    public void Input(string split, int sample, Span<double> rates) => rates[0] = data.ClassOf(split, sample);

    /// <inheritdoc/>
    public void Target(string split, int sample, Span<double> voltages) => data.Target(split, sample, voltages);
}
