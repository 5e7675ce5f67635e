using PalActors.Areas.Toolkit.Numerics;
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

    // Batches of 4 from 30 samples: 7 fill, and 2 samples are left over.
    [Fact]
    public void ABatchHoldsItsSamplesOneAfterTheOtherAndNoneTwice()
    {
        Schedule schedule = Batches(batch: 4, presentations: 7, pool: 30);
        ShuffledSamples stimulus = Samples(schedule, targets: false), target = Samples(schedule, targets: true);
        Assert.Equal((4, 8), (stimulus.Width, target.Width));
        int[] order = new int[30];
        CounterRandom.Permutation(3, RandomStream.Shuffle, 5, order);
        double[] rates = new double[4], voltages = new double[8];
        for (int presentation = 0; presentation < 7; presentation++)
        {
            stimulus.Fill(1, presentation, rates);
            target.Fill(1, presentation, voltages);
            Assert.Equal(order.Skip(4 * presentation).Take(4), rates.Select(value => (int)value));
            Assert.Equal(rates.SelectMany(value => new[] { value, value }), voltages);
        }
    }

    [Fact]
    public void TheRestThatFillsNoBatchIsOnceThisAndOnceThatSample()
    {
        Schedule schedule = Batches(batch: 4, presentations: 7, pool: 30);
        int[][] shown = [.. Enumerable.Range(1, 3).Select(phase => Shown(Samples(schedule, targets: false), phase))];
        Assert.All(shown, order => Assert.Equal(28, order.Distinct().Count()));
        Assert.All(shown, order => Assert.All(order, sample => Assert.InRange(sample, 0, 29)));
        Assert.True(shown.Select(order => Missing(order)).Distinct().Count() > 1);

        static string Missing(int[] order) => string.Join(' ', Enumerable.Range(0, 30).Except(order));
    }

    [Fact]
    public void WithoutAShuffleABatchHoldsTheNextSamples()
    {
        double[] rates = new double[4];
        Samples(Batches(batch: 4, presentations: 7, pool: 30), targets: false).Fill(0, 2, rates);
        Assert.Equal([8, 9, 10, 11], rates);
    }

    [Fact]
    public void PhasesOfOneScheduleHaveOneBatch()
    {
        Schedule mixed = new([s_schedule.Phases[0] with { Batch = 2 }, s_schedule.Phases[1]], 600);
        string message = Assert.Throws<InvalidOperationException>(() => Samples(mixed, targets: false)).Message;
        Assert.Contains("1 samples in parallel from tick 301 on; valid is 2", message, StringComparison.Ordinal);
    }

    private static ShuffledSamples Samples(Schedule schedule, bool targets) =>
        new(new Numbers(), schedule, new CounterOrder(schedule, 3), targets);

    private static Schedule Batches(int batch, int presentations, int pool)
    {
        int[] rounds = [-1, 5, 6, 7];
        Phase[] phases =
        [
            .. rounds.Select((round, i) => new Phase(
                1 + (10L * i * presentations), presentations, 10, TickFlags.Target, "train", i, round, null, false)
            {
                Batch = batch,
                Pool = pool,
            }),
        ];
        return new Schedule(phases, phases[^1].LastTick);
    }

    private static int[] Shown(ShuffledSamples samples, int phase)
    {
        double[] values = new double[samples.Width];
        return [.. Enumerable.Range(0, 7).SelectMany(presentation =>
        {
            samples.Fill(phase, presentation, values);
            return values.Select(value => (int)value).ToArray();
        })];
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
