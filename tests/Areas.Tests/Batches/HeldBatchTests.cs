using System.Numerics;
using CsCheck;
using PalActors.Areas.Toolkit.Batches;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Areas.Tests.Batches;

/// <summary>Steps of an area with a held input.</summary>
public sealed class HeldBatchTests
{
    [Fact]
    public void SumsAreTheDocumentedChainsInSinglePrecision() => Chains<float>();

    [Fact]
    public void SumsAreTheDocumentedChainsInDoublePrecision() => Chains<double>();

    [Fact]
    public void StepsFollowTheWeightsThatTheyDoNotTouch()
    {
        const int inputs = 40, cells = 13, slots = 6;
        Random random = new(3);
        DenseBatch<double> dense = new(cells, inputs, slots, RowSplit.None);
        HeldBatch<double> held = new(inputs, cells, slots, RowSplit.None);
        double[] w = BatchStates.Random<double>(random, cells * inputs), b = BatchStates.Random<double>(random, cells);
        double[] x = BatchStates.Pad(BatchStates.Random<double>(random, inputs * slots), slots, 0);
        double[] g = BatchLayout.Allocate<double>(slots, slots), a = BatchLayout.Allocate<double>(cells, slots),
            expected = BatchLayout.Allocate<double>(cells, slots), sum = BatchLayout.Allocate<double>(cells, slots);
        held.Gram(x, g);
        dense.Forward(w, x, b, a);
        for (int step = 0; step < 20; step++)
        {
            double[] e = BatchStates.Pad(BatchStates.Random<double>(random, cells * slots), slots, 0);
            held.Step(a, e, g, 0.01);
            BatchArrays.AddScaled(sum, 1, e);
        }

        dense.Update(w, sum, x, 0.01, 0);
        dense.UpdateBias(b, sum, 0.01);
        dense.Forward(w, x, b, expected);
        for (int i = 0; i < a.Length; i++)
            Assert.InRange(a[i] - expected[i], -1e-12, 1e-12);
    }

    private static void Chains<T>()
        where T : unmanaged, IFloatingPointIeee754<T> => Gen.Select(
        Gen.Int[1, 60], Gen.Int[1, 30], BatchStates.Slots, Manner.Any, Gen.Int).Sample(
        (inputs, cells, slots, manner, seed) =>
        {
            Random random = new(seed);
            HeldBatch<T> held = new(inputs, cells, slots, manner.Split, manner.Kernels<T>());
            T[] x = BatchStates.Random<T>(random, inputs * slots), e = BatchStates.Random<T>(random, cells * slots),
                a = BatchStates.Random<T>(random, cells * slots), ones = [.. Enumerable.Repeat(T.One, slots)];
            T scale = T.CreateTruncating(0.7);

            T[] g = NaiveDense.Forward(
                NaiveDense.Turn(x, inputs, slots), x, ones, slots, inputs, slots, T.FusedMultiplyAdd);
            T[] gram = BatchStates.Pad(new T[slots * slots], slots, manner.Junk);
            held.Gram(BatchStates.Pad(x, slots, manner.Junk), gram);
            BatchStates.AssertSame(g, BatchStates.Trim(gram, slots));

            T[] sums = NaiveDense.Forward(e, g, null, cells, slots, slots, T.FusedMultiplyAdd);
            T[] after = BatchStates.Pad(a, slots, manner.Junk);
            held.Step(after, BatchStates.Pad(e, slots, manner.Junk), gram, scale);
            BatchStates.AssertSame(
                [.. a.Zip(sums, (old, sum) => T.FusedMultiplyAdd(scale, sum, old))], BatchStates.Trim(after, slots));
        },
        iter: 200);
}
