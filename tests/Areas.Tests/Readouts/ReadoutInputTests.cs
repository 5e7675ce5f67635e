using System.Runtime.InteropServices;
using System.Security.Cryptography;
using PalActors.Areas.Toolkit.Readouts;

namespace PalActors.Areas.Tests.Readouts;

/// <summary>What both read-outs make of unusual samples.</summary>
public sealed class ReadoutInputTests
{
    public static TheoryData<string> Names => ["logistic", "sgd"];

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(2e100)]
    public void FeaturesThatAreNotFiniteAreRefused(double value) => Refused(
        $"Feature 1 of sample 2 is '{value}'; valid is a finite number from -1E+100 to 1E+100.",
        [0, 0, 0, 0, 0, value],
        2,
        [0, 1, 2]);

    [Fact]
    public void SetsThatDoNotFitAreRefused()
    {
        Refused("The number of features is '0'; valid is 1 or more.", [], 0, [0]);
        Refused("The number of samples is '0'; valid is 1 or more.", [], 2, []);
        Refused("The number of values is '5'; valid is 6, 2 for each of 3 samples.", new double[5], 2, [0, 1, 2]);
        Refused("A label is '-1'; valid is 0 or more.", new double[4], 2, [0, -1]);
        Assert.Equal(
            "The number of features is '3'; valid is 2, as in training.",
            Assert.Throws<ArgumentException>(
                () => new LogisticReadout().Fit(ReadoutSets.Train).Predict([1, 2, 3])).Message);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void OneClassIsAlwaysPredicted(string name)
    {
        LinearClassifier fit = Of(name).Fit(new LabelledFeatures([1, 2, 3, 4, 5, 6], 2, [4, 4, 4]));
        Assert.Equal([4], fit.Classes);
        Assert.Equal(4, fit.Predict([-9, 9]));
        Assert.Equal(0.5, fit.Score(new LabelledFeatures([0, 0, 1, 1], 2, [4, 5])));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AConstantFeatureChangesNothing(string name)
    {
        LabelledFeatures set = ReadoutSets.Clouds(600, 2, 5, 2, 6);
        double[] values = [.. Enumerable.Range(0, set.Count).SelectMany(i => new[] { set[i][0], 0.1, set[i][1] })];
        LinearClassifier with = Of(name).Fit(new LabelledFeatures(values, 3, set.Labels)), without = Of(name).Fit(set);
        Assert.Equal(1, with.Features.Scale[1]);
        for (int k = 0; k < 5; k++)
        {
            Assert.Equal(0, with.Coefficients[k][1], 1e-9);
            Assert.Equal(without.Coefficients[k][0], with.Coefficients[k][0], 1e-9);
            Assert.Equal(without.Coefficients[k][1], with.Coefficients[k][2], 1e-9);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ASingleSampleIsEnough(string name) =>
        Assert.Equal(3, Of(name).Fit(new LabelledFeatures([7], 1, [3])).Predict([8]));

    [Theory]
    [MemberData(nameof(Names))]
    public void SamplesThatDifferInNothingButTheirClassDoNotHinder(string name)
    {
        LinearClassifier fit = Of(name).Fit(new LabelledFeatures([7, 7, 7, 7], 1, [3, 2, 3, 3]));
        Assert.All(fit.Intercepts, b => Assert.True(double.IsFinite(b)));
        Assert.Contains(fit.Predict([7]), new[] { 2, 3 });
    }

    // Coefficients that depended on the width of vectors would differ on another machine.
    [Theory]
    [InlineData("logistic", "e4cc32ffa25590e8")]
    [InlineData("sgd", "d6e5fc1842ca9ca6")]
    public void TheBitsAreTheSameOnEveryMachine(string name, string expected)
    {
        LinearClassifier fit = Of(name).Fit(ReadoutSets.Clouds(1000, 3, 10, 1, 8));
        double[] all = [.. fit.Coefficients.SelectMany(row => row), .. fit.Intercepts];
        Assert.Equal(expected, Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes<double>(all)))[..16]);
    }

    private static IReadout Of(string name)
    {
        IReadout[] readouts = [new LogisticReadout(), new SgdReadout(1)];
        return readouts.Single(readout => readout.Name == name);
    }

    private static void Refused(string message, double[] values, int dimension, int[] labels) =>
        Assert.Equal(
            message,
            Assert.Throws<ArgumentException>(() => new LabelledFeatures(values, dimension, labels)).Message);
}
