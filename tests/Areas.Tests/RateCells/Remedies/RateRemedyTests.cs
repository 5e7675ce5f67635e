using PalActors.Areas.Contract;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Messages.Control;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.RateCells.Remedies;

/// <summary>Properties of the remedies, beyond their equations (<see cref="RateRemedyReferenceTests"/>).</summary>
public sealed class RateRemedyTests
{
    // D is 5; tau_xi and tau_HP are 10, so without the remedy the drift of B is 0.9^5 of that without delays.
    [Theory]
    [InlineData(0, 0, false, 1)]
    [InlineData(2, 3, false, 0.59049)]
    [InlineData(2, 3, true, 1)]
    [InlineData(10, 10, true, 1)]
    public void TheLengthOfBShrinksWithTheRoundTripAndTheNoiseLagRestoresIt(
        int up, int down, bool noiseLag, double expected)
    {
        const double n = 10, sigma = 0.3, reg = 0.5;
        GivenRates given = RateCases.Linear(up, down, noiseLag, sigma: sigma, reg: reg);
        AreaLoop loop = given.CreateLoop();
        loop.RunTo(given.Schedule.EndTick);
        double[] b = loop.Capture()[0]["B"].Values, w = given.W(2, b.Length);
        // W is 4 x 6, B 6 x 4; B settles at c sigma^2 / reg times the transpose of W.
        double alongW = 0, square = 0;
        for (int i = 0; i < 4; i++)
        {
            for (int j = 0; j < 6; j++)
            {
                alongW += w[(i * 6) + j] * b[(j * 4) + i];
                square += w[(i * 6) + j] * w[(i * 6) + j];
            }
        }

        double settles = (1 - (1 / n)) / Math.Pow(2 - (1 / n), 2) * sigma * sigma / reg;
        Assert.Equal(expected, alongW / square / settles, 0.06 * expected);
    }

    // The noise of the top, which no rule uses, would arrive at another time.
    [Theory]
    [InlineData(5, 0)]
    [InlineData(0, 4)]
    [InlineData(7, 12)]
    public void WithNoiseLagBOfAPoolIsThatWithoutDelaysARoundTripLaterToTheBit(int up, int down)
    {
        AreaLoop undelayed = RateCases.Pooled(RateAlgorithm.PAL, [0], [0], eta: 0, sigma: 0.2).CreateLoop();
        AreaLoop delayed = RateCases.Pooled(RateAlgorithm.PAL, [up], [down], eta: 0, sigma: 0.2).CreateLoop();
        AreaLoop without =
            RateCases.Pooled(RateAlgorithm.PAL, [up], [down], eta: 0, sigma: 0.2, remedies: false).CreateLoop();
        for (int tick = 20; tick < 200; tick += 7)
        {
            undelayed.RunTo(tick);
            delayed.RunTo(tick + up + down);
            without.RunTo(tick + up + down);
            Assert.Equal(undelayed.Capture()[0]["B"].Values, delayed.Capture()[0]["B"].Values);
            Assert.NotEqual(undelayed.Capture()[0]["B"].Values, without.Capture()[0]["B"].Values);
        }
    }

    // The target stays, and weights hardly learn: then area l does what it does without delays, as much later as rates
    // take to the top and errors from there.
    [Theory]
    [InlineData("FA", "1,2,3", "3,1,2")]
    [InlineData("BP", "5,0,1", "0,4,9")]
    [InlineData("DFA", "2,2,2", "1,3,4")]
    [InlineData("PAL", "20,1,2", "7,6,5")]
    public void WithRateLagWLearnsWhatItLearnsWithoutDelays(string model, string up, string down)
    {
        int[] ups = [.. up.Split(',').Select(int.Parse)], downs = [.. down.Split(',').Select(int.Parse)];
        RateAlgorithm algorithm = Enum.Parse<RateAlgorithm>(model);
        List<double[]>[] undelayed = Updates(RateCases.Pooled(algorithm, [0, 0, 0], [0, 0, 0], eta: 1e-6));
        List<double[]>[] lagged = Updates(RateCases.Pooled(algorithm, ups, downs, eta: 1e-6));
        List<double[]>[] delayed = Updates(RateCases.Pooled(algorithm, ups, downs, eta: 1e-6, remedies: false));
        for (int area = 1; area <= 4; area++)
        {
            int late = ups.Sum() + downs[(area - 1)..].Sum();
            double largest = 0, deviation = 0, without = 0;
            // After two presentations no effect of the start is left.
            for (int tick = 80; tick + late < undelayed[area].Count; tick++)
            {
                for (int k = 0; k < undelayed[area][tick].Length; k++)
                {
                    double expected = undelayed[area][tick][k];
                    largest = Math.Max(largest, Math.Abs(expected));
                    deviation = Math.Max(deviation, Math.Abs(lagged[area][tick + late][k] - expected));
                    without = Math.Max(without, Math.Abs(delayed[area][tick + late][k] - expected));
                }
            }

            Assert.True(deviation < 1e-4 * largest, $"area {area}: {deviation} of {largest}");
            // The top has no way back.
            Assert.True(area == 4 || without > 0.05 * largest, $"area {area}: without {without} of {largest}");
        }
    }

    [Theory]
    [InlineData("PAL")]
    [InlineData("FA")]
    [InlineData("DFA")]
    [InlineData("BP")]
    public void WithoutDelaysNeitherChangesABit(string model)
    {
        RateAlgorithm algorithm = Enum.Parse<RateAlgorithm>(model);
        StateAssert.SameBits(
            Final(RateCases.Pooled(algorithm, [0, 0], [0, 0], eta: 0.5, sigma: 0.2, remedies: false)),
            Final(RateCases.Pooled(algorithm, [0, 0], [0, 0], eta: 0.5, sigma: 0.2)));
    }

    [Theory]
    [InlineData(0, true, true)]
    [InlineData(2, false, true)]
    [InlineData(2, true, false)]
    public void ARateLagAndNothingElseTakesTheHeldInput(int delay, bool rateLag, bool isHeld)
    {
        GivenRates given = RateCases.Linear(delay, 0, noiseLag: true, rateLag, batch: 3);
        Assert.Equal(isHeld, given.CreateLoop().Capture()[0].Blocks.Any(block => block.Name == "held_x"));
    }

    [Fact]
    public void InSinglePrecisionACaptureIsExactToo()
    {
        GivenRates given = RateCases.Pooled(RateAlgorithm.PAL, [3, 1], [2, 4], eta: 0.5, sigma: 0.2, single: true);
        AreaLoop broken = given.CreateLoop();
        for (int tick = 1; tick < given.Schedule.EndTick; tick += 13)
        {
            broken.RunTo(tick);
            broken.Rebuild();
        }

        broken.RunTo(given.Schedule.EndTick);
        StateAssert.SameBits(Final(given), broken.Capture());
    }

    private static AreaState[] Final(GivenRates given)
    {
        AreaLoop loop = given.CreateLoop();
        loop.RunTo(given.Schedule.EndTick);
        return loop.Capture();
    }

    // Updates of W by area and tick.
    private static List<double[]>[] Updates(GivenRates given)
    {
        AreaLoop loop = given.CreateLoop();
        List<double[]>[] updates = [[[]], [[]], [[]], [[]], [[]]];
        double[][] before = W();
        for (int tick = 1; tick <= given.Schedule.EndTick; tick++)
        {
            loop.RunTo(tick);
            double[][] now = W();
            for (int area = 1; area <= 4; area++)
                updates[area].Add([.. now[area].Zip(before[area], (one, other) => one - other)]);
            before = now;
        }

        return updates;

        double[][] W() => [[], .. loop.Capture(CaptureKind.Observed).Select(state => state["W"].Values)];
    }
}
