using PalActors.Areas.Model.Metrics;

namespace PalActors.Areas.Tests.Metrics;

public sealed class ReadOutTests
{
    [Fact]
    public void OnlyTheFourTicksCount()
    {
        // Of 100 ticks, 21, 41, 61 and 81: neuron 1 leads there, neuron 0 everywhere else.
        ReadOut readOut = new(2, 100);
        for (int tick = 1; tick <= 100; tick++)
            readOut.Observe(tick, tick is 21 or 41 or 61 or 81 ? [0, 1] : [1000, 0], [0.1, 1.0]);
        Assert.Equal((1, 1), (readOut.Correct, readOut.Total));
    }

    [Fact]
    public void TheMeanDecidesNotTheMajority()
    {
        ReadOut readOut = new(2, 100);
        for (int tick = 1; tick <= 100; tick++)
            readOut.Observe(tick, tick == 41 ? [0, 10] : [1, 0], [1.0, 0.1]);
        Assert.Equal((0, 1), (readOut.Correct, readOut.Total));
    }

    [Fact]
    public void EachPresentationIsReadOutByItself()
    {
        ReadOut readOut = new(3, 20);
        for (int presentation = 0; presentation < 30; presentation++)
        {
            int shown = presentation % 3, answered = presentation < 12 ? shown : 0;
            for (int tick = 1; tick <= 20; tick++)
                readOut.Observe(tick, Peak(answered), Peak(shown));
        }

        // The first 12 are right, and of the 18 that answer 0 a third.
        Assert.Equal((18, 30), (readOut.Correct, readOut.Total));
        readOut.Reset();
        Assert.Equal((0, 0), (readOut.Correct, readOut.Total));

        static double[] Peak(int at)
        {
            double[] values = new double[8];
            values[at] = 1;
            return values;
        }
    }

    [Fact]
    public void AnUnfinishedPresentationDoesNotCount()
    {
        ReadOut readOut = new(2, 100);
        for (int tick = 1; tick < 100; tick++)
            readOut.Observe(tick, [1, 0], [1, 0]);
        Assert.Equal(0, readOut.Total);
    }
}
