namespace PalActors.Areas.Toolkit.Readouts;

/// <summary>Way to learn a linear classifier of an area's rates, which says how well they tell classes apart.</summary>
public interface IReadout
{
    /// <summary>Name in experiments and results.</summary>
    string Name { get; }

    /// <summary>Learns a classifier, the same bits on every machine.</summary>
    LinearClassifier Fit(LabelledFeatures train);
}
