using PalActors.Areas.Toolkit.Readouts;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Lab.Experiments;
using PalActors.Lab.Recording;
using PalActors.Messages.Plan;

namespace PalActors.Lab.ReadOuts;

/// <summary>Read-outs of one network at the ends of its evaluations, from what it recorded.</summary>
/// <remarks>
/// Classifiers learn from the samples of the training batches and are scored on those of the test batches. The samples
/// pass through a copy of the weights, without noise, so the network is not touched.
/// </remarks>
internal sealed class NetworkReadOuts
{
    private readonly NetworkPlan _plan;
    private readonly RecordedWeights _weights;
    private readonly IEncodingModel _cells;
    private readonly ILabelledDataSet _data;
    private readonly int _train;
    private readonly int _test;

    /// <summary>Opens the recording and the data of a network.</summary>
    public NetworkReadOuts(Experiment experiment, NetworkPlan plan, RunRecording recording)
    {
        _plan = plan;
        _cells = (IEncodingModel)experiment.Cells;
        _weights = new RecordedWeights(recording, plan, _cells, _cells.EncodedBy);
        _data = _cells.Samples(plan).Data as ILabelledDataSet
            ?? throw new InputException(
                $"data is '{plan.Data}', whose samples have no classes; valid are data with classes.");
        _train = experiment.Train / experiment.BatchSize * experiment.BatchSize;
        _test = experiment.Test / experiment.BatchSize * experiment.BatchSize;
    }

    /// <summary>The data that it sees.</summary>
    public ILabelledDataSet Data => _data;

    /// <summary>The area that is read out.</summary>
    public int Area => ReadOutNames.Area(_plan.Layers);

    /// <summary>Encoder with the weights of the areas up to one at a tick, or null if they were not recorded.</summary>
    public IEncoder? Encoder(long tick, int upTo)
    {
        IEncoder encoder = _cells.CreateEncoder(_plan);
        return _weights.Set(encoder, tick, upTo) ? encoder : null;
    }

    /// <summary>Rates of the area for the test samples at a tick, or null if its weights were not recorded.</summary>
    public LabelledFeatures? Latents(long tick) => Encoder(tick, Area) is { } encoder
        ? LatentSamples.Of(_data, "test", _test, encoder, Area)
        : null;

    /// <summary>Accuracies after each epoch.</summary>
    /// <param name="readOuts">Names of the read-outs.</param>
    public IReadOnlyList<ReadOutRow> Rows(IReadOnlyList<string> readOuts) =>
    [
        .. EncodingTicks.Of(_plan).AsParallel().AsOrdered().SelectMany(end => Rows(end.Tick, end.Epoch, readOuts)),
    ];

    private List<ReadOutRow> Rows(long tick, int epoch, IReadOnlyList<string> readOuts)
    {
        if (Encoder(tick, Area) is not { } encoder)
            return [];
        LabelledFeatures train = LatentSamples.Of(_data, "train", _train, encoder, Area),
            test = LatentSamples.Of(_data, "test", _test, encoder, Area);
        return
        [
            .. readOuts.Select(name =>
            {
                double[] accuracies = name == ReadOutNames.Logistic
                    ? [new LogisticReadout().Fit(train).Score(test)]
                    : SgdReadout.Accuracies(train, test, _plan.Seed);
                return new ReadOutRow(
                    _plan.Label, _plan.Seed, epoch, Area, name, accuracies.Average(), accuracies.Min(),
                    accuracies.Max());
            }),
        ];
    }
}
