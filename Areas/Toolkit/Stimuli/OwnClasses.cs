namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Samples of a user's own files that have classes.</summary>
/// <param name="splits">Training, validation and test samples.</param>
/// <param name="classes">Names of the classes.</param>
/// <param name="block">Their description.</param>
internal sealed class OwnClasses(OwnSamples[] splits, IReadOnlyList<string> classes, OwnDataBlock block)
    : OwnData(splits, block), ILabelledDataSet
{
    private readonly (double Low, double High) _voltages = block.TargetVoltages;

    /// <summary>Names of the classes.</summary>
    public IReadOnlyList<string> Names => classes;

    /// <inheritdoc/>
    public int ClassCount => classes.Count;

    /// <inheritdoc/>
    public override int Targets => classes.Count;

    /// <inheritdoc/>
    public int ClassOf(string split, int sample)
    {
        OwnSamples at = Of(split);
        return at.Classes![at.RowOf(sample)];
    }

    /// <inheritdoc/>
    public override void Target(string split, int sample, Span<double> voltages)
    {
        voltages[..Targets].Fill(_voltages.Low);
        voltages[ClassOf(split, sample)] = _voltages.High;
    }
}
