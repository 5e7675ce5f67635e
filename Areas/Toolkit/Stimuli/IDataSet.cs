namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Data set: samples with input rates and target voltages, in named splits.</summary>
public interface IDataSet
{
    /// <summary>Number of input rates per sample; of a sample with frames, those of a frame.</summary>
    int Inputs { get; }

    /// <summary>Number of target voltages per sample.</summary>
    int Targets { get; }

    /// <summary>Gets the number of samples of a split.</summary>
    /// <remarks>A set that draws its samples has as many as are asked for.</remarks>
    int SamplesOf(string split) => int.MaxValue;

    /// <summary>Checks whether the target voltages follow from inputs, plan and build.</summary>
    bool AnswersAreComputed => false;

    /// <summary>Checks whether training and validation samples are a pool that each network's seed divides.</summary>
    /// <remarks>On its own such a set has them in the order of its files.</remarks>
    bool IsDividedBySeed => false;

    /// <summary>Frames of a sample, shown one after the other.</summary>
    int Frames => 1;

    /// <summary>Writes the input rates of a sample.</summary>
    void Input(string split, int sample, Span<double> rates);

    /// <summary>Writes the input rates of a frame.</summary>
    /// <param name="split">The split.</param>
    /// <param name="sample">The sample.</param>
    /// <param name="frame">The frame, 0 or more.</param>
    /// <param name="rates">Receives the rates.</param>
    void Frame(string split, int sample, int frame, Span<double> rates) => Input(split, sample, rates);

    /// <summary>Writes the target voltages of a sample.</summary>
    void Target(string split, int sample, Span<double> voltages);
}
