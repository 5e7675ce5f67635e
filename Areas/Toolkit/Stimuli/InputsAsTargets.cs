namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Data set whose samples are their own targets, for autoencoders.</summary>
/// <param name="data">The set that has the samples.</param>
public sealed class InputsAsTargets(IDataSet data) : IDataSet
{
    /// <inheritdoc/>
    public int Inputs => data.Inputs;

    /// <inheritdoc/>
    public int Targets => data.Inputs;

    /// <inheritdoc/>
    public int SamplesOf(string split) => data.SamplesOf(split);

    /// <inheritdoc/>
    public void Input(string split, int sample, Span<double> rates) => data.Input(split, sample, rates);

    /// <inheritdoc/>
    public void Target(string split, int sample, Span<double> voltages) => data.Input(split, sample, voltages);
}
