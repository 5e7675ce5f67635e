using System.Numerics;
using PalActors.Areas.Toolkit.Batches;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.States;

namespace PalActors.Areas.Models.RateCells.Cells;

/// <summary>Size of a batch of cells: arrays [cell, slot] of some cells and slots.</summary>
/// <typeparam name="T">double or float.</typeparam>
/// <param name="Cells">Cells.</param>
/// <param name="Slots">Samples in parallel, N.</param>
internal readonly record struct BatchOf<T>(int Cells, int Slots)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Values from one cell to the next.</summary>
    public int Stride { get; } = BatchLayout.Stride<T>(Slots);

    /// <summary>Values of an array.</summary>
    public int Length => Cells * Stride;

    /// <summary>Allocates zeros.</summary>
    public T[] Allocate() => BatchLayout.Allocate<T>(Cells, Slots);

    /// <summary>Gets the values of the cells from one up to another, exclusive.</summary>
    public Span<T> Of(T[] array, int first, int end) => array.AsSpan(first * Stride, (end - first) * Stride);

    /// <summary>Takes samples one after the other, [slot, cell].</summary>
    public void FromSamples(ReadOnlySpan<double> samples, T[] to)
    {
        for (int slot = 0, at = 0; slot < Slots; slot++)
        {
            for (int cell = 0; cell < Cells; cell++, at++)
                to[(cell * Stride) + slot] = T.CreateTruncating(samples[at]);
        }
    }

    /// <summary>Gives samples one after the other, [slot, cell].</summary>
    public double[] ToSamples(T[] from)
    {
        double[] samples = new double[Cells * Slots];
        for (int slot = 0, at = 0; slot < Slots; slot++)
        {
            for (int cell = 0; cell < Cells; cell++, at++)
                samples[at] = double.CreateTruncating(from[(cell * Stride) + slot]);
        }

        return samples;
    }

    /// <summary>Adds an array to a state as a block, a row per sample.</summary>
    /// <remarks>The array may be another one from tick to tick.</remarks>
    public void Describe(string name, StateMap state, Func<T[]> array)
    {
        BatchOf<T> size = this;
        state.Block(
            name, Slots, Cells, () => size.ToSamples(array()), values => size.FromSamples(values, array()),
            () => Finite.All<T>(array()));
    }
}
