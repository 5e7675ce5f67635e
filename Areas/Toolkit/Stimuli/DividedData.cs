namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Data set whose training and validation samples are those of another one, divided anew.</summary>
/// <remarks>
/// The pool is the other's training samples, then its validation samples; as many train as there. Other splits are the
/// other's.
/// </remarks>
public sealed class DividedData : ILabelledDataSet
{
    /// <summary>Name of the split that trains.</summary>
    public const string Train = "train";

    /// <summary>Name of the split that validates.</summary>
    public const string Validation = "validation";

    private readonly ILabelledDataSet _data;
    private readonly int[] _order;
    private readonly int _train;

    /// <summary>Divides the samples of a set.</summary>
    /// <param name="data">The set.</param>
    /// <param name="order">Order of its pool.</param>
    public DividedData(ILabelledDataSet data, ISplitOrder order)
    {
        _data = data;
        _train = data.SamplesOf(Train);
        _order = order.OrderOf(_train + data.SamplesOf(Validation));
    }

    /// <inheritdoc/>
    public int Inputs => _data.Inputs;

    /// <inheritdoc/>
    public int Targets => _data.Targets;

    /// <inheritdoc/>
    public int ClassCount => _data.ClassCount;

    /// <inheritdoc/>
    public int SamplesOf(string split) => _data.SamplesOf(split);

    /// <inheritdoc/>
    public void Input(string split, int sample, Span<double> rates)
    {
        (string from, int index) = Find(split, sample);
        _data.Input(from, index, rates);
    }

    /// <inheritdoc/>
    public void Target(string split, int sample, Span<double> voltages)
    {
        (string from, int index) = Find(split, sample);
        _data.Target(from, index, voltages);
    }

    /// <inheritdoc/>
    public int ClassOf(string split, int sample)
    {
        (string from, int index) = Find(split, sample);
        return _data.ClassOf(from, index);
    }

    private (string Split, int Sample) Find(string split, int sample)
    {
        if (split is not (Train or Validation))
            return (split, sample);
        if ((uint)sample >= (uint)SamplesOf(split))
            throw new ArgumentOutOfRangeException(nameof(sample), sample, $"valid is 0 to {SamplesOf(split) - 1}.");
        int place = _order[split == Train ? sample : _train + sample];
        return place < _train ? (Train, place) : (Validation, place - _train);
    }
}
