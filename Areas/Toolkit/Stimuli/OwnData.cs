using System.Buffers;

namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Samples of a user's own files, in the splits that their description says.</summary>
/// <remarks>Values are kept as the files have them; scaling is applied when a sample is shown.</remarks>
internal class OwnData : IDataSet
{
    private static readonly string[] s_splits = [DividedData.Train, DividedData.Validation, "test"];

    private readonly OwnSamples[] _splits;
    private readonly OwnScale? _scale;
    private readonly OwnScale? _targetScale;

    /// <summary>Makes the set.</summary>
    /// <param name="splits">Training, validation and test samples.</param>
    /// <param name="block">Their description.</param>
    public OwnData(OwnSamples[] splits, OwnDataBlock block)
    {
        _splits = splits;
        Frames = block.Frames;
        OwnSamples train = splits[0];
        _scale = OwnScale.Find(block.Scaling, train.Inputs, train.Rows, block.ScalesColumns, block.Rates);
        if (train.Targets is { } targets)
        {
            _targetScale = OwnScale.Find(
                block.TargetScaling, targets, train.Rows, columns: true, block.TargetVoltages);
        }
    }

    /// <inheritdoc/>
    public int Inputs => _splits[0].Inputs.Width / Frames;

    /// <inheritdoc/>
    public int Frames { get; }

    /// <inheritdoc/>
    public virtual int Targets => _splits[0].Targets?.Width ?? 0;

    /// <summary>Shape of the inputs of a sample.</summary>
    public IReadOnlyList<int> Shape => _splits[0].Inputs.Shape;

    /// <summary>Bytes of all samples in memory.</summary>
    public long Bytes => _splits.Select(split => split.Inputs).Distinct().Sum(table => table.Bytes)
        + _splits.Select(split => split.Targets).Distinct().Sum(table => table?.Bytes ?? 0)
        + _splits.Sum(split => (long)sizeof(int) * split.Rows.Length);

    /// <inheritdoc/>
    public int SamplesOf(string split) => Of(split).Rows.Length;

    /// <inheritdoc/>
    public void Input(string split, int sample, Span<double> rates)
    {
        if (Frames > 1)
            throw new InvalidOperationException($"A sample has {Frames} frames; valid is one of them.");
        Read(split, sample, rates[..Inputs]);
    }

    /// <inheritdoc/>
    public void Frame(string split, int sample, int frame, Span<double> rates)
    {
        if (Frames == 1)
        {
            Read(split, sample, rates[..Inputs]);
            return;
        }

        double[] all = ArrayPool<double>.Shared.Rent(Inputs * Frames);
        Read(split, sample, all.AsSpan(0, Inputs * Frames));
        all.AsSpan(frame * Inputs, Inputs).CopyTo(rates);
        ArrayPool<double>.Shared.Return(all);
    }

    /// <inheritdoc/>
    public virtual void Target(string split, int sample, Span<double> voltages)
    {
        OwnSamples at = Of(split);
        if (at.Targets is not { } targets)
            return;
        targets.Read(at.RowOf(sample), voltages[..Targets]);
        _targetScale?.Apply(voltages[..Targets]);
    }

    private void Read(string split, int sample, Span<double> rates)
    {
        OwnSamples at = Of(split);
        at.Inputs.Read(at.RowOf(sample), rates);
        _scale?.Apply(rates);
    }

    /// <summary>The samples of a split.</summary>
    /// <exception cref="ArgumentException">There is no split of this name.</exception>
    protected OwnSamples Of(string split)
    {
        int index = Array.IndexOf(s_splits, split);
        return index >= 0
            ? _splits[index]
            : throw new ArgumentException(
                $"Own data have no split '{split}'; valid is one of {string.Join(", ", s_splits)}.", nameof(split));
    }
}
