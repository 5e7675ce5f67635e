using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Tests.Stimuli;

public sealed class ShuffledSamplesTests
{
    private static readonly Schedule s_schedule = new(
        [
            new Phase(1, 30, 10, TickFlags.Target, "train", 0, -1, null, false),
            new Phase(301, 30, 10, TickFlags.Target, "train", 1, 1, null, false),
            new Phase(601, 30, 10, TickFlags.Target, "train", 2, 2, null, false),
        ],
        900);

    [Fact]
    public void APhaseShowsEachOfItsSamplesOnce()
    {
        ShuffledSamples shown = new(new Numbers(), s_schedule, new CounterOrder(s_schedule, 3), targets: false);
        Assert.Equal(Enumerable.Range(0, 30), Order(shown, 0));
        Assert.NotEqual(Enumerable.Range(0, 30), Order(shown, 1));
        Assert.Equal(Enumerable.Range(0, 30), Order(shown, 1).Order());
        Assert.NotEqual(Order(shown, 1), Order(shown, 2));
    }

    [Fact]
    public void StimulusAndTargetAgreeInWhateverOrderTheyAreAsked()
    {
        ShuffledSamples stimulus = new(new Numbers(), s_schedule, new CounterOrder(s_schedule, 3), targets: false),
            target = new(new Numbers(), s_schedule, new CounterOrder(s_schedule, 3), targets: true);
        int[] late = Order(target, 2);
        Assert.Equal(Order(stimulus, 1), Order(target, 1));
        Assert.Equal(Order(stimulus, 2), late);
    }

    [Fact]
    public void TheSeedMakesTheOrder()
    {
        Assert.Equal(
            Order(new(new Numbers(), s_schedule, new CounterOrder(s_schedule, 3), false), 1),
            Order(new(new Numbers(), s_schedule, new CounterOrder(s_schedule, 3), false), 1));
        Assert.NotEqual(
            Order(new(new Numbers(), s_schedule, new CounterOrder(s_schedule, 3), false), 1),
            Order(new(new Numbers(), s_schedule, new CounterOrder(s_schedule, 4), false), 1));
    }

    private static int[] Order(ShuffledSamples samples, int phase)
    {
        int[] order = new int[30];
        double[] value = new double[samples.Width];
        for (int i = 0; i < order.Length; i++)
        {
            samples.Fill(phase, i, value);
            order[i] = (int)value[0];
        }

        return order;
    }

    // A sample is its own number, and so is its target.
    private sealed class Numbers : IDataSet
    {
        public int Inputs => 1;

        public int Targets => 2;

        public void Input(string split, int sample, Span<double> rates) => rates[0] = sample;

        public void Target(string split, int sample, Span<double> voltages) => voltages.Fill(sample);
    }
}
