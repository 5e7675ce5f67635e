namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>What the files of own data say.</summary>
/// <param name="Inputs">Inputs of a sample, or of a frame.</param>
/// <param name="Shape">Their shape.</param>
/// <param name="Targets">Classes, or real-valued targets, of a sample.</param>
/// <param name="Classes">Names of the classes; none without.</param>
/// <param name="Splits">The splits.</param>
/// <param name="Bytes">Bytes of all samples in memory.</param>
public sealed record OwnDataFacts(
    int Inputs, IReadOnlyList<int> Shape, int Targets, IReadOnlyList<string> Classes,
    IReadOnlyList<OwnSplitFacts> Splits, long Bytes)
{
    /// <summary>Frames of a sample.</summary>
    public int Frames { get; init; } = 1;

    /// <summary>Shape of the inputs in words, for instance 28 x 28.</summary>
    public string ShapeText => Shape.Count == 0 ? "1" : string.Join(" x ", Shape);
}

/// <summary>A split of own data.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Samples">Number of samples.</param>
/// <param name="Balance">Samples of each class; none without classes.</param>
public sealed record OwnSplitFacts(string Name, int Samples, IReadOnlyList<int> Balance);
