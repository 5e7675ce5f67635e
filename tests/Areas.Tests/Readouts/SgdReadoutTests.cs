using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Readouts;

namespace PalActors.Areas.Tests.Readouts;

public sealed class SgdReadoutTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void LearnsAsItsDefinitionSays(int dimension)
    {
        LabelledFeatures set = ReadoutSets.Clouds(400, dimension, 3, 1, 9);
        HingeMachine machine = new(set.Values, set.Labels, 1, Order);
        (double[] w, double b, int passes) = Naive(set, 1, Order);
        Assert.Equal(passes, machine.Passes);
        Assert.InRange(passes, 6, HingeMachine.MostPasses);
        Assert.Equal(b, machine.Intercept, 1e-10);
        Assert.All(w.Zip(machine.Weights), pair => Assert.Equal(pair.First, pair.Second, 1e-10));

        static void Order(int pass, int[] order) => new LegacyRandomState((uint)pass).Shuffle<int>(Identity(order));
    }

    [Fact]
    public void TheFirstUpdateIsTenTimesTheSample()
    {
        // The loss is 1 in the first pass, 0 in the second, a gain, and in five more without one.
        HingeMachine machine = new([2.0, 4.0], [3], 3, (_, _) => { });
        Assert.Equal(7, machine.Passes);
        double shrink = Enumerable.Range(1, 6).Aggregate(1.0, (product, t) => product * (1 - (1.0 / (1000 + t))));
        Assert.Equal(20 * shrink, machine.Weights[0], 1e-12);
        Assert.Equal(40 * shrink, machine.Weights[1], 1e-12);
        Assert.Equal(10, machine.Intercept, 1e-12);
    }

    [Fact]
    public void SeparableClassesAreAllFound()
    {
        LabelledFeatures train = ReadoutSets.Circle(1000, 1), test = ReadoutSets.Circle(500, 2);
        Assert.Equal(1, SgdReadout.MeanAccuracy(train, test, 3));
    }

    [Fact]
    public void ShufflesDifferAndTheirMeanIsOffered()
    {
        double[] accuracies = SgdReadout.Accuracies(ReadoutSets.Train, ReadoutSets.Test, 3);
        Assert.Equal(10, accuracies.Length);
        Assert.True(accuracies.Distinct().Count() > 1);
        Assert.Equal(accuracies.Average(), SgdReadout.MeanAccuracy(ReadoutSets.Train, ReadoutSets.Test, 3), 1e-12);
        // Logistic regression finds 27 of 40.
        Assert.All(accuracies, accuracy => Assert.InRange(accuracy, 0.4, 0.85));
        Assert.NotEqual(accuracies, SgdReadout.Accuracies(ReadoutSets.Train, ReadoutSets.Test, 4));
        Assert.Equal(accuracies[2], new SgdReadout(3, 2).Fit(ReadoutSets.Train).Score(ReadoutSets.Test));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => SgdReadout.MeanAccuracy(ReadoutSets.Train, ReadoutSets.Test, 3, 0));
    }

    [Fact]
    public void EveryClassAndPassHasAnOrderOfItsOwn()
    {
        // Equal samples and opposite labels: with the same orders, both machines would be mirror images.
        LabelledFeatures set = ReadoutSets.Clouds(200, 2, 2, 0, 4);
        LinearClassifier fit = new SgdReadout(1).Fit(set);
        Assert.NotEqual(-fit.Coefficients[0][0], fit.Coefficients[1][0], 1e-6);
    }

    // Plain stochastic gradient, in the words of its description.
    private static (double[] W, double B, int Passes) Naive(LabelledFeatures set, int label, Action<int, int[]> order)
    {
        const double alpha = 1e-4;
        double[] w = new double[set.Dimension];
        int[] samples = new int[set.Count];
        List<double> losses = [];
        double b = 0;
        int t = 1;
        for (int idle = 0; idle < 5; idle = Improved(losses, set.Count) ? 0 : idle + 1)
        {
            order(losses.Count + 1, samples);
            double loss = 0;
            foreach (int i in samples)
            {
                double y = set.Labels[i] == label ? 1 : -1;
                double[] x = set[i].ToArray();
                double f = b + w.Zip(x).Sum(pair => pair.First * pair.Second), eta = 1 / (alpha * (1000 + t - 1));
                loss += Math.Max(0, 1 - (y * f));
                double slope = y * f <= 1 ? -y : 0;
                w = [.. w.Zip(x).Select(p => p.First - (eta * alpha * p.First) - (eta * slope * p.Second))];
                b -= eta * slope;
                t++;
            }

            losses.Add(loss);
        }

        return (w, b, losses.Count);
    }

    private static bool Improved(List<double> losses, int count) =>
        losses.Count == 1 || losses[^1] <= losses[..^1].Min() - (1e-3 * count);

    private static int[] Identity(int[] order)
    {
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        return order;
    }
}
