using PalActors.Areas.Toolkit.Readouts;
using PalActors.Areas.Toolkit.Stimuli;

namespace PalActors.Lab.ReadOuts;

/// <summary>Samples of a split, as an area shows them.</summary>
internal static class LatentSamples
{
    // Inputs that are held at a time.
    private const int Chunk = 2048;

    /// <summary>Encodes the first samples of a split.</summary>
    /// <param name="data">The data.</param>
    /// <param name="split">The split.</param>
    /// <param name="count">Number of samples.</param>
    /// <param name="encoder">Encoder with the weights of the areas.</param>
    /// <param name="area">The area.</param>
    public static LabelledFeatures Of(ILabelledDataSet data, string split, int count, IEncoder encoder, int area)
    {
        List<double> values = [];
        int[] labels = new int[count];
        for (int first = 0; first < count; first += Chunk)
        {
            int taken = Math.Min(Chunk, count - first);
            values.AddRange(encoder.Encode(Inputs(data, split, first, taken), 0, area));
            for (int i = first; i < first + taken; i++)
                labels[i] = data.ClassOf(split, i);
        }

        return new LabelledFeatures([.. values], values.Count / count, labels);
    }

    /// <summary>Inputs of consecutive samples, one after the other.</summary>
    public static double[] Inputs(IDataSet data, string split, int first, int count)
    {
        double[] inputs = new double[count * data.Inputs];
        for (int i = 0; i < count; i++)
            data.Input(split, first + i, inputs.AsSpan(i * data.Inputs, data.Inputs));
        return inputs;
    }
}
