using PalActors.Areas.Contract;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.TorchBenchmarks;

/// <summary>Images of which a fifth of the pixels are between 0 and 1, as in handwritten digits, others 0.</summary>
internal sealed class MadeUpImages(int batch, int cells) : IPresentations
{
    /// <inheritdoc/>
    public int Width => batch * cells;

    /// <inheritdoc/>
    public void Fill(int phase, int presentation, Span<double> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            double u = CounterRandom.Uniform(1, RandomStream.Samples, 0, (uint)i, presentation);
            values[i] = (float)Math.Max(0, (5 * u) - 4);
        }
    }
}

/// <summary>Targets of 1 for one class and 0 for the others.</summary>
internal sealed class MadeUpClasses(int batch, int classes) : IPresentations
{
    /// <inheritdoc/>
    public int Width => batch * classes;

    /// <inheritdoc/>
    public void Fill(int phase, int presentation, Span<double> values)
    {
        values.Clear();
        for (int slot = 0; slot < batch; slot++)
        {
            double u = CounterRandom.Uniform(1, RandomStream.Samples, 1, (uint)slot, presentation);
            values[(slot * classes) + (int)(u * classes)] = 1;
        }
    }
}
