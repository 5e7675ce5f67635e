using System.Text.Json;
using PalActors.Areas.Toolkit.Readouts;

namespace PalActors.Areas.Tests.Readouts;

public sealed class LogisticReadoutTests
{
    [Fact]
    public void FindsTheOptimumOfTheReference()
    {
        JsonElement expected = ReadoutSets.Reference;
        LinearClassifier fit = new LogisticReadout().Fit(ReadoutSets.Train);
        AssertNear(expected.GetProperty("mean"), fit.Features.Mean, 1e-14);
        AssertNear(expected.GetProperty("sd"), fit.Features.Scale, 1e-14);
        Assert.Equal([0, 1, 2, 3], fit.Classes);
        foreach ((int k, JsonElement row) in expected.GetProperty("coef").EnumerateArray().Index())
            AssertNear(row, fit.Coefficients[k], 1e-9);
        AssertNear(expected.GetProperty("intercept"), fit.Intercepts, 1e-9);
        Assert.Equal(expected.GetProperty("objective").GetDouble(), Objective(ReadoutSets.Train, fit), 1e-10);
        Assert.Equal(expected.GetProperty("train_correct").GetInt32(), fit.Correct(ReadoutSets.Train));
        Assert.Equal(expected.GetProperty("test_correct").GetInt32(), fit.Correct(ReadoutSets.Test));
        Assert.Equal(fit.Correct(ReadoutSets.Test) / 40.0, fit.Score(ReadoutSets.Test));
    }

    [Theory]
    [InlineData(1000, 1, 2, 1)]
    [InlineData(1000, 2, 10, 1)]
    [InlineData(2000, 2, 10, 0)]
    [InlineData(1001, 17, 5, 0.3)]
    [InlineData(1500, 50, 10, 0.2)]
    [InlineData(30, 50, 3, 3)]
    [InlineData(20_000, 2, 10, 20)]
    public void TheGradientVanishesAtTheOptimum(int count, int dimension, int classes, double spread)
    {
        LabelledFeatures set = ReadoutSets.Clouds(count, dimension, classes, spread, 5);
        LinearClassifier fit = new LogisticReadout().Fit(set);
        double[] gradient = Gradient(set, fit);
        Assert.All(gradient, slope => Assert.Equal(0, slope, 1e-9 * count));
        Assert.Equal(0, fit.Intercepts.Sum(), 1e-9);
    }

    [Fact]
    public void SeparableClassesAreAllFound() =>
        Assert.Equal(1, new LogisticReadout().Fit(ReadoutSets.Circle(1000, 1)).Score(ReadoutSets.Circle(500, 2)));

    [Fact]
    public void UnitsAndOriginOfTheFeaturesDoNotMatter()
    {
        LabelledFeatures set = ReadoutSets.Clouds(500, 3, 4, 1, 3);
        double[] scaled = [.. set.Values.Select((x, i) => i % 3 == 1 ? (1000 * x) + 7 : x)];
        LinearClassifier fit = new LogisticReadout().Fit(set);
        LinearClassifier other = new LogisticReadout().Fit(new LabelledFeatures(scaled, 3, set.Labels));
        for (int k = 0; k < 4; k++)
            Assert.All(fit.Coefficients[k].Zip(other.Coefficients[k]), c => Assert.Equal(c.First, c.Second, 1e-9));
    }

    // Intercepts alone remain, and differ by the logarithms of the classes' shares.
    [Fact]
    public void WithoutInformationItPredictsTheMostFrequentClass()
    {
        int[] labels = [.. Enumerable.Range(0, 1000).Select(i => i % 10 < 6 ? 7 : i % 10 < 9 ? 2 : 5)];
        LinearClassifier fit = new LogisticReadout().Fit(new LabelledFeatures(new double[2000], 2, labels));
        Assert.Equal([2, 5, 7], fit.Classes);
        Assert.All(fit.Coefficients.SelectMany(c => c), c => Assert.Equal(0, c, 1e-12));
        Assert.Equal(Math.Log(0.3 / 0.1), fit.Intercepts[0] - fit.Intercepts[1], 1e-9);
        Assert.Equal(Math.Log(0.6 / 0.3), fit.Intercepts[2] - fit.Intercepts[0], 1e-9);
        Assert.Equal(7, fit.Predict([3, -4]));
    }

    // The objective as its definition says.
    private static double Objective(LabelledFeatures set, LinearClassifier fit)
    {
        double value = fit.Coefficients.Sum(row => row.Sum(c => c * c)) / 2;
        for (int i = 0; i < set.Count; i++)
            value -= Math.Log(Probabilities(set, fit, i)[Array.IndexOf(fit.Classes, set.Labels[i])]);
        return value;
    }

    private static double[] Gradient(LabelledFeatures set, LinearClassifier fit)
    {
        int dimension = set.Dimension;
        double[] gradient = [.. fit.Coefficients.SelectMany(row => row.Append(0))];
        for (int i = 0; i < set.Count; i++)
        {
            double[] p = Probabilities(set, fit, i), x = Standardised(set, fit, i);
            for (int k = 0; k < p.Length; k++)
            {
                double residual = p[k] - (fit.Classes[k] == set.Labels[i] ? 1 : 0);
                for (int a = 0; a <= dimension; a++)
                    gradient[(k * (dimension + 1)) + a] += residual * (a < dimension ? x[a] : 1);
            }
        }

        return gradient;
    }

    private static double[] Probabilities(LabelledFeatures set, LinearClassifier fit, int sample)
    {
        double[] x = Standardised(set, fit, sample);
        double[] scores = [.. fit.Classes.Select((_, k) => fit.Intercepts[k] + Product(fit.Coefficients[k], x))];
        double[] weights = [.. scores.Select(score => Math.Exp(score - scores.Max()))];
        return [.. weights.Select(weight => weight / weights.Sum())];
    }

    private static double[] Standardised(LabelledFeatures set, LinearClassifier fit, int sample) =>
        [.. set[sample].ToArray().Select((x, a) => (x - fit.Features.Mean[a]) / fit.Features.Scale[a])];

    private static double Product(double[] x, double[] y) => x.Zip(y).Sum(pair => pair.First * pair.Second);

    private static void AssertNear(JsonElement expected, double[] actual, double tolerance) => Assert.All(
        ReadoutSets.Doubles(expected).Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));
}
