using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Areas.Toolkit.Projections;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.Rules;

/// <summary>
/// Under BP an area's B is the transpose of W above and Q its negative, bit for bit, though only the factors of updates
/// are sent.
/// </summary>
public sealed class WeightTransportTests
{
    [Theory]
    [InlineData("0,0", "0,0", "true")]
    [InlineData("0,0", "0,0", "false")]
    [InlineData("2,0", "0,3", "true")]
    [InlineData("5,1", "2,4", "false")]
    [InlineData("1,7", "6,1", "true")]
    [InlineData("0,0", "0,0", "true", "uniform")]
    [InlineData("5,1", "2,4", "false", "normal")]
    [InlineData("1,7", "6,1", "true", "lognormal")]
    public void BIsWAboveAsItStoodAtTheStartOfTheTickThatIsHeard(
        string up, string down, string lowPass, string jitter = "none")
    {
        PlannedNetwork network = new(SmallPlans.YinYang("BP", train: 15, validation: 2, ticks: 10, options:
            [
                $"delay_up={up}", $"delay_down={down}", $"dWPP_low_pass={lowPass}", "noise_scale=0", "eta_PI=0",
                $"jitter={jitter}", "jitter_scale=4", "jitter_max=9",
            ]));
        List<double[]>[] w = [[], [], []];
        HistoryLoop loop = new(network);
        Remember();
        for (long tick = 1; tick <= network.Schedule.EndTick; tick++)
        {
            loop.RunTo(tick);
            Remember();
            for (int area = 1; area < 3; area++)
            {
                // W after tick n is entry n. The start of the newest tick that has arrived (t - d without jitter)
                // therefore has the entry before.
                long emission = loop.UsedDown[area].Max();
                long expected = Math.Max(0, tick - network.Parameters.Links.DelayDown.Values[area - 1]);
                Assert.True(jitter != "none" || emission == expected);
                double[] heard = w[area][(int)Math.Max(0, emission - 1)];
                AssertTransposed(heard, loop.Areas[area - 1].Above.B, 1);
                AssertTransposed(heard, loop.Areas[area - 1].Above.Q, -1);
            }
        }

        // It has learned.
        Assert.NotEqual(w[1][0], w[1][^1]);

        void Remember()
        {
            for (int i = 0; i < 3; i++)
                w[i].Add(loop.Areas[i].Below.W.ToRowMajor());
        }
    }

    private static void AssertTransposed(double[] w, WeightMatrix b, double sign)
    {
        for (int i = 0; i < b.Rows; i++)
        {
            for (int j = 0; j < b.Columns; j++)
                Assert.Equal(
                    BitConverter.DoubleToInt64Bits(w[(j * b.Rows) + i] * sign),
                    BitConverter.DoubleToInt64Bits(b[i, j]));
        }
    }
}
