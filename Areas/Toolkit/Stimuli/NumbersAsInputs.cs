namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Data set whose only input is the number of a sample in its split.</summary>
internal sealed class NumbersAsInputs : IDataSet
{
    /// <inheritdoc/>
    public int Inputs => 1;

    /// <inheritdoc/>
    public int Targets => 0;

    /// <inheritdoc/>
    public void Input(string split, int sample, Span<double> rates) => rates[0] = sample;

    /// <inheritdoc/>
    public void Target(string split, int sample, Span<double> voltages)
    {
    }
}
