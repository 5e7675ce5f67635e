using CsCheck;
using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Toolkit;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.Stimuli;

/// <summary>A pool of samples is divided at random by the network's seed, without loss and without overlap.</summary>
public sealed class DividedDataTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("palactors-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void EverySampleOfThePoolTrainsOrValidates() => Gen.Select(Gen.Int[0, 40], Gen.Int[0, 40], Gen.ULong).Sample(
        (train, validation, seed) =>
        {
            DividedData data = new(new Numbered(train, validation), new CounterSplit(seed));
            int[] trains = Shown(data, "train"), validates = Shown(data, "validation");
            Assert.Equal((train, validation), (trains.Length, validates.Length));
            Assert.Equal(Enumerable.Range(0, train + validation), trains.Concat(validates).Order());
            Assert.Equal(Enumerable.Range(1000, 5), Shown(data, "test"));
        },
        iter: 200);

    [Fact]
    public void TheSeedDividesAndNothingElse()
    {
        Numbered pool = new(40, 10);
        int[] one = Shown(new(pool, new CounterSplit(1)), "validation");
        Assert.Equal(one, Shown(new(pool, new CounterSplit(1)), "validation"));
        Assert.NotEqual(one.Order(), Shown(new(pool, new CounterSplit(2)), "validation").Order());
        Assert.NotEqual(one.Order(), Enumerable.Range(40, 10));
    }

    [Fact]
    public void TheFirstPartOfTheOrderTrains()
    {
        DividedData data = new(new Numbered(3, 2), new Backwards());
        Assert.Equal([4, 3, 2], Shown(data, "train"));
        Assert.Equal([1, 0], Shown(data, "validation"));
        Assert.Throws<ArgumentOutOfRangeException>(() => data.ClassOf("train", 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => data.ClassOf("validation", -1));
    }

    // As on two nodes: stimulus and target come from services of their own, and do not know of each other.
    [Fact]
    public void StimulusAndTargetAgreeOnSplitAndOrderOnAnyNode()
    {
        MadeUpDigits.Write(_folder, train: 60, test: 9);
        NetworkPlan plan = Plan(seed: 5);
        IPresentations stimulus = new NetworkServices(plan, SpareThreads.None).BuildInputs(),
            target = new NetworkServices(plan, SpareThreads.None).BuildTargets();
        Assert.Equal((4 * 16, 4 * 10), (stimulus.Width, target.Width));
        Dictionary<string, HashSet<int>> shown = new() { ["train"] = [], ["validation"] = [] };
        for (int phase = 0; phase < plan.Schedule.Phases.Length; phase++)
        {
            int[] images = Images(plan, phase, stimulus, target);
            Assert.Equal(images.Length, images.Distinct().Count());
            shown[plan.Schedule.Phases[phase].Split].UnionWith(images);
        }

        Assert.Empty(shown["train"].Intersect(shown["validation"]));
        Assert.All(shown["train"].Concat(shown["validation"]), image => Assert.InRange(image, 0, 59));
        Assert.NotEqual(Enumerable.Range(0, 50), shown["train"].Order());
    }

    [Fact]
    public void AnAutoencoderIsShownItsInputAsTargetAndItsClassesAreKnown()
    {
        MadeUpDigits.Write(_folder, train: 60, test: 9);
        NetworkPlan plan = Plan(seed: 5) with { TargetsAreInputs = true, Layers = [16, 3, 16] };
        PlannedSamples samples = new(plan, new CounterOrder(plan.Schedule, plan.Seed), teacher: null);
        IPresentations stimulus = samples.Inputs(), target = samples.Targets(), classes = samples.Classes();
        Assert.Equal((64, 64, 4), (stimulus.Width, target.Width, classes.Width));
        double[] rates = new double[64], voltages = new double[64], labels = new double[4];
        for (int presentation = 0; presentation < 12; presentation++)
        {
            stimulus.Fill(1, presentation, rates);
            target.Fill(1, presentation, voltages);
            classes.Fill(1, presentation, labels);
            Assert.Equal(rates, voltages);
            Assert.Equal(rates.Chunk(16).Select(image => (double)MadeUpDigits.Label(ImageOf(image))), labels);
        }
    }

    [Fact]
    public void AllSeedsHaveOneHashOfDataThatIsOfTheWholePool()
    {
        MadeUpDigits.Write(_folder, train: 60, test: 9);
        SplitUse[] few = [new("test", 2), new("train", 8), new("validation", 3)],
            more = [new("test", 2), new("train", 30), new("validation", 10)];
        string hash = DataHash.Compute(MnistImages.Open(_folder), few);
        Assert.Equal(hash, DataHash.Compute(MnistImages.Open(_folder), more));
        Assert.Equal(hash, DataHash.Compute(MnistImages.Open(_folder), [new("test", 2), new("train", 8)]));
        Assert.NotEqual(hash, DataHash.Compute(MnistImages.Open(_folder), [new("test", 3), .. few[1..]]));
        byte[] images = MadeUpDigits.Images(60, 4, 4);
        images[16 + (16 * 59)] ^= 1;
        string other = Path.Combine(_folder, "other");
        MadeUpDigits.Write(other, train: 60, test: 9);
        MadeUpDigits.Put(other, MadeUpDigits.Names[0], images, packed: true);
        Assert.NotEqual(hash, DataHash.Compute(MnistImages.Open(other), few));
    }

    private NetworkPlan Plan(ulong seed)
    {
        Schedule schedule = SmallPlans.Schedule(train: 12, validation: 2, ticks: 20);
        Phase[] phases =
        [
            .. schedule.Phases.Select(phase => phase with
            {
                Batch = 4,
                Pool = phase.Split == "train" ? 50 : 10,
            }),
        ];
        return SmallPlans.YinYang("PAL", layers: [16, 5, 10]) with
        {
            Seed = seed,
            Data = "mnist-images",
            DataFolder = _folder,
            Schedule = schedule with { Phases = phases },
        };
    }

    private static int[] Images(NetworkPlan plan, int phase, IPresentations stimulus, IPresentations target)
    {
        double[] rates = new double[stimulus.Width], voltages = new double[target.Width];
        List<int> images = [];
        for (int presentation = 0; presentation < plan.Schedule.Phases[phase].Presentations; presentation++)
        {
            stimulus.Fill(phase, presentation, rates);
            target.Fill(phase, presentation, voltages);
            int[] shown = [.. rates.Chunk(16).Select(ImageOf)];
            images.AddRange(shown);
            Assert.Equal(
                shown.Select(image => (int)MadeUpDigits.Label(image)),
                voltages.Chunk(10).Select(one => Array.IndexOf(one, 1.0)));
        }

        return [.. images];
    }

    // The made-up image that has these pixels.
    private static int ImageOf(double[] rates) => Enumerable.Range(0, 60).Single(
        image => rates.Select((rate, i) => rate == MadeUpDigits.Pixel(image, i) / 255.0).All(same => same));

    private static int[] Shown(DividedData data, string split)
    {
        double[] rate = new double[1], voltage = new double[1];
        return
        [
            .. Enumerable.Range(0, data.SamplesOf(split)).Select(sample =>
            {
                data.Input(split, sample, rate);
                data.Target(split, sample, voltage);
                Assert.Equal((rate[0], rate[0]), (-voltage[0], data.ClassOf(split, sample)));
                return (int)rate[0];
            }),
        ];
    }

    private sealed class Backwards : ISplitOrder
    {
        public int[] OrderOf(int samples) => [.. Enumerable.Range(0, samples).Reverse()];
    }

    // A sample is its place in the pool; those of the test count from 1000.
    private sealed class Numbered(int train, int validation) : ILabelledDataSet
    {
        public int Inputs => 1;

        public int Targets => 1;

        public int ClassCount => 2000;

        public bool IsDividedBySeed => true;

        public int SamplesOf(string split) => split == "train" ? train : split == "validation" ? validation : 5;

        public int ClassOf(string split, int sample) =>
            split == "test" ? 1000 + sample : split == "train" ? sample : train + sample;

        public void Input(string split, int sample, Span<double> rates) => rates[0] = ClassOf(split, sample);

        public void Target(string split, int sample, Span<double> voltages) => voltages[0] = -ClassOf(split, sample);
    }
}
