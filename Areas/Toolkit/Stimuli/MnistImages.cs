using PalActors.Areas.Toolkit.Files;

namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>The images of MNIST for networks of rates.</summary>
/// <remarks>
/// Inputs are pixel/255, row by row; targets 1 for the class and 0 for the others. The images of the training file are
/// a pool that each network's random seed divides: five sixths train, the rest validates.
/// </remarks>
public sealed class MnistImages : IImageDataSet
{
    private static readonly double[] s_rates = [.. Enumerable.Range(0, 256).Select(pixel => pixel / 255.0)];

    private readonly Mnist _digits;

    internal MnistImages(Mnist digits) => _digits = digits;

    /// <inheritdoc/>
    public ImageShape Shape => _digits.Shape;

    /// <inheritdoc/>
    public int Inputs => _digits.Inputs;

    /// <inheritdoc/>
    public int Targets => Mnist.Classes;

    /// <inheritdoc/>
    public int ClassCount => Mnist.Classes;

    /// <inheritdoc/>
    public bool IsDividedBySeed => true;

    /// <summary>Opens the set in a folder, which has the four files of MNIST.</summary>
    /// <param name="folder">The folder, or empty for this machine's own.</param>
    /// <exception cref="DataFileException">A file is missing or cannot be used.</exception>
    public static MnistImages Open(string folder) => Mnist.Open(folder).Images;

    /// <inheritdoc/>
    public int SamplesOf(string split) => _digits.SamplesOf(split);

    /// <inheritdoc/>
    public int ClassOf(string split, int sample) => _digits.ClassOf(split, sample);

    /// <inheritdoc/>
    public void Input(string split, int sample, Span<double> rates)
    {
        ReadOnlySpan<byte> pixels = _digits.PixelsOf(split, sample);
        for (int i = 0; i < pixels.Length; i++)
            rates[i] = s_rates[pixels[i]];
    }

    /// <inheritdoc/>
    public void Target(string split, int sample, Span<double> voltages)
    {
        voltages[..Mnist.Classes].Clear();
        voltages[ClassOf(split, sample)] = 1;
    }
}
