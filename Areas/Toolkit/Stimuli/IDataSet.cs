namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>A data set: samples with input rates and target voltages, in named splits.</summary>
public interface IDataSet
{
    /// <summary>Input rates per sample.</summary>
    int Inputs { get; }

    /// <summary>Target voltages per sample.</summary>
    int Targets { get; }

    /// <summary>How many samples a split has. A set that draws its samples has as many as are asked for.</summary>
    int SamplesOf(string split) => int.MaxValue;

    /// <summary>Indicates whether the target voltages follow from inputs, plan and build.</summary>
    bool AnswersAreComputed => false;

    /// <summary>Writes the input rates of a sample.</summary>
    void Input(string split, int sample, Span<double> rates);

    /// <summary>Writes the target voltages of a sample.</summary>
    void Target(string split, int sample, Span<double> voltages);
}
