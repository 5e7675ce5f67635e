using MathNet.Numerics.LinearAlgebra;
using PalActors.Areas.Models.Microcircuit.Metrics;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Tests.Metrics;

public sealed class AlignmentTests
{
    private static readonly Pathway s_pathway = AreaGraph.Chain([1, 1, 1]).Pathways[1];

    [Fact]
    public void ParallelIs0OppositeIs180OrthogonalIs90()
    {
        // W is 2 x 3: two cells above, three here. B is its transpose, its negative, or nonzero only where W is zero.
        double[] w = [1, 0, 2, 0, 3, 0];
        double[] wT = [1, 0, 0, 3, 2, 0];
        double[] elsewhere = [0, 4, 5, 0, 0, 6];
        MicrocircuitParameters linear = Parameters([1, 3, 2], "linear");
        double[] basal = [0.3, -1, 2], above = [0.1, 0.2];
        AssertAngles(0, 1, Alignment.Measure(linear, s_pathway, w, wT, basal, above));
        AssertAngles(0, 10, Alignment.Measure(linear, s_pathway, w, [.. wT.Select(v => 10 * v)], basal, above));
        AssertAngles(180, 0.5, Alignment.Measure(linear, s_pathway, w, [.. wT.Select(v => -0.5 * v)], basal, above));
        AssertAngles(90, Math.Sqrt(77.0 / 14), Alignment.Measure(linear, s_pathway, w, elsewhere, basal, above));
    }

    [Theory]
    [InlineData(2.0, 0.001, 0)]
    [InlineData(2.0, -300.0, 180)]
    [InlineData(-1e-5, -1e-5, 0)]
    public void SingleSynapsesAreAt0Or180(double w, double b, double expected)
    {
        Alignment alignment = Alignment.Measure(Parameters([1, 1, 1], "logistic"), s_pathway, [w], [b], [0.7], [-0.4]);
        Assert.Equal(expected, alignment.AngleWTB, 1e-5);
        Assert.Equal(expected, alignment.AngleBPhiWTPhi, 1e-5);
        Assert.Equal(Math.Abs(b / w), alignment.NormRatio, 1e-12);
    }

    [Fact]
    public void PhiPrimeWeighsBothSides()
    {
        // relu: phi' is 0 or 1, so cells whose basal potential is negative drop out.
        MicrocircuitParameters relu = Parameters([1, 2, 2], "relu");
        double[] w = [1, 1, 1, 1];
        Alignment alignment = Alignment.Measure(relu, s_pathway, w, [1, 0, 0, 0], [1, -1], [1, -1]);
        Assert.Equal(0, alignment.AngleBPhiWTPhi, 1e-5);
        Assert.Equal(60, alignment.AngleWTB, 1e-10);
        Assert.Equal(0.5, alignment.NormRatio, 1e-12);

        // Rows are cells here, columns cells above: only B_12 is left.
        Assert.Equal(0, Alignment.Measure(relu, s_pathway, w, [0, 1, 0, 0], [1, -1], [-1, 1]).AngleBPhiWTPhi, 1e-5);
    }

    [Fact]
    public void PhiPrimeIsTakenAtTheBasalPotentialTimesTheHiddenGainInBothAreas()
    {
        MicrocircuitParameters logistic = Parameters([1, 2, 1], "logistic");
        MembraneOptions membranes = logistic.Cells.Membranes;
        double gain = membranes.Gbas / (membranes.Gbas + membranes.Gapi + membranes.Gl);
        double[] basal = [3.0, -0.5], above = [1.5], w = [0.4, -0.9];
        double[] weighted =
        [
            Slope(gain * basal[0]) * w[0] * Slope(gain * above[0]),
            Slope(gain * basal[1]) * w[1] * Slope(gain * above[0]),
        ];
        Assert.Equal(
            0,
            Alignment.Measure(logistic, s_pathway, w, [.. weighted.Select(x => 3 * x)], basal, above).AngleBPhiWTPhi,
            1e-5);
        // At gain 1 the direction differs, so the test can detect a wrong gain.
        double[] other = [Slope(basal[0]) * w[0], Slope(basal[1]) * w[1]];
        Assert.True(Alignment.Measure(logistic, s_pathway, w, other, basal, above).AngleBPhiWTPhi > 1);

        static double Slope(double x) => Math.Exp(-x) / Math.Pow(1 + Math.Exp(-x), 2);
    }

    [Fact]
    public void TheAngleIsClampedAndNeverNaNForMatricesThatAreThere()
    {
        Matrix<double> x = Matrix<double>.Build.Dense(3, 3, 0.1);
        Assert.Equal(0, MatrixAngle.Between(x, x * 7), 1e-5);
        Assert.Equal(180, MatrixAngle.Between(x, x * -0.3), 1e-5);
    }

    [Theory]
    [InlineData(1e200, 1)]
    [InlineData(1, 1e200)]
    [InlineData(1e300, 1e300)]
    [InlineData(1e-200, 1)]
    [InlineData(1e-200, 1e200)]
    public void WeightsWhoseSquaresAreNoNumbersHaveAnAngleAllTheSame(double scaleW, double scaleB)
    {
        double[] w = [scaleW, 0, 2 * scaleW, 0, 3 * scaleW, 0], b = [scaleB, 0, 0, 3 * scaleB, 2 * scaleB, 0];
        Alignment alignment = Alignment.Measure(
            Parameters([1, 3, 2], "linear"), s_pathway, w, b, [0.3, -1, 2], [0.1, 0.2]);
        Assert.Equal(0, alignment.AngleWTB, 1e-5);
        double ratio = scaleB / scaleW;
        if (double.IsFinite(ratio))
            Assert.Equal(1, alignment.NormRatio / ratio, 1e-12);
    }

    [Theory]
    [InlineData(0.0, 1.0, double.PositiveInfinity)]
    [InlineData(1.0, 0.0, 0.0)]
    [InlineData(1e300, 0.0, 0.0)]
    [InlineData(0.0, 0.0, double.NaN)]
    [InlineData(double.NaN, 1.0, double.NaN)]
    [InlineData(double.PositiveInfinity, 1.0, double.NaN)]
    [InlineData(1.0, double.NegativeInfinity, double.NaN)]
    [InlineData(0.0, double.NaN, double.NaN)]
    public void WithoutAnAngleTheRatioOfNormsTellsWhatIsZero(double w, double b, double ratio)
    {
        Alignment alignment = Alignment.Measure(Parameters([1, 1, 1], "linear"), s_pathway, [w], [b], [0.7], [-0.4]);
        Assert.Equal(double.NaN, alignment.AngleWTB);
        Assert.Equal(ratio, alignment.NormRatio);
    }

    private static void AssertAngles(double angle, double ratio, Alignment alignment)
    {
        Assert.Equal(angle, alignment.AngleWTB, 1e-5);
        // Linear cells have phi' = 1 everywhere.
        Assert.Equal(alignment.AngleWTB, alignment.AngleBPhiWTPhi, 1e-5);
        Assert.Equal(ratio, alignment.NormRatio, 1e-12);
    }

    private static MicrocircuitParameters Parameters(int[] layers, string activation) => new(
        AreaGraph.Chain(layers),
        [
            new("eta_fw", ["1"]), new("eta_bw", ["1"]), new("eta_IP", ["1"]), new("eta_PI", ["1"]),
            new PlanOption("activation", [activation]),
        ]);
}
