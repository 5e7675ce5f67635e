using System.Runtime.InteropServices;
using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Areas.Models.Microcircuit.Recording;
using PalActors.Cluster.Tests.Runs;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Recording;

/// <summary>Recorded values are those of the plain loop to the bit, and recording changes nothing.</summary>
public sealed class RecordedRunTests
{
    [Theory]
    [InlineData("PAL", 1, 1)]
    [InlineData("PAL", 7, 2)]
    [InlineData("BP", 7, 2)]
    [InlineData("FA", 10, 1)]
    public async Task EveryObservableIsThatOfThePlainLoop(string model, long every, int threads)
    {
        NetworkPlan plain = SmallPlans.YinYang(model, train: 4, validation: 2, options: "dWPP_low_pass=true");
        NetworkPlan plan = plain with
        {
            Recordings =
                [.. ObservableTable.All.Select(o => new RecordingPlan(o.Name, o.Areas(plain.Graph), [], every, []))],
        };

        var (outcome, observer) = await RunFixture.RunAsync(plan, new RunSettings { ThreadsPerNetwork = threads });

        Assert.Equal(RunFixture.PlainDigest(plain, plain.Schedule.EndTick), outcome.Digest);
        long[] ticks = [.. Enumerable.Range(0, (int)(plan.Schedule.EndTick / every) + 1).Select(k => k * every)];
        Dictionary<(int Entry, int Area), List<double>> recorded =
            Collect(observer.Blocks, plan, entry => IsChange(entry) ? ticks[1..] : ticks);
        PlainLoop loop = new(new PlannedNetwork(plain));
        AreaState[] start = [.. loop.Areas.Select(area => area.Observe())];
        Dictionary<(int Entry, int Area), List<double>> expected = recorded.Keys.ToDictionary(
            key => key,
            key => IsChange(key.Entry)
                ? []
                : AtStart(plan.Recordings[key.Entry].Observable, key.Area).ToList());
        for (long tick = 1; tick <= plan.Schedule.EndTick; tick++)
        {
            AreaState[] before = [.. loop.Areas.Select(area => area.Observe())];
            loop.RunTo(tick);
            if (tick % every != 0)
                continue;
            AreaState[] after = [.. loop.Areas.Select(area => area.Observe())];
            foreach ((int entry, int area) in recorded.Keys)
                expected[(entry, area)].AddRange(Expected(plan.Recordings[entry].Observable, area, before, after));
        }

        Assert.Equal(ObservableTable.All.Sum(o => o.Areas(plain.Graph).Length), recorded.Count);
        Assert.All(recorded.Keys, key => AssertSameBits(
            expected[key], recorded[key], $"{plan.Recordings[key.Entry].Observable} of area {key.Area}"));

        bool IsChange(int entry) => ObservableTable.Find(plan.Recordings[entry].Observable)!.IsChange;

        // Before the first tick nothing has looked ahead of the initial potentials.
        IEnumerable<double> AtStart(string name, int area) => name == "prospective_potential_above"
            ? start[area]["u"].Values
            : Expected(name, area, start, start);
    }

    [Fact]
    public async Task NeuronsAndTicksAreThoseThatWereAskedFor()
    {
        NetworkPlan plan = SmallPlans.YinYang("PAL", train: 4, validation: 2) with
        {
            Recordings =
            [
                new("W", [1, 3], [0, 2], 0, [1, 50, 51, 160]),
                new("update_B", [2], [6], 0, [1, 2, 100]),
                new("rate", [1], [8], 33, []),
            ],
        };
        var (_, observer) = await RunFixture.RunAsync(plan, new RunSettings { SerializeMessages = true });

        PlainLoop loop = new(new PlannedNetwork(plan));
        loop.RunTo(50);
        RecordedBlock[] w = [.. observer.Blocks.Where(b => b.Entry == 0)];
        Assert.Equal([1, 50, 51, 160], w.Where(b => b.Area == 1).SelectMany(b => b.Ticks));
        Assert.Equal([1, 50, 51, 160], w.Where(b => b.Area == 3).SelectMany(b => b.Ticks));
        double[] all = loop.Areas[2].Below.W.ToRowMajor();
        Assert.Equal(
            [.. all[..7], .. all[14..]], w.Where(b => b.Area == 3).SelectMany(b => b.Values).Skip(14).Take(14));
        loop.RunTo(99);
        double[] before = loop.Areas[1].Above.B.ToRowMajor();
        loop.RunTo(100);
        double[] after = loop.Areas[1].Above.B.ToRowMajor();
        RecordedBlock[] b = [.. observer.Blocks.Where(x => x.Entry == 1)];
        Assert.Equal([1, 2, 100], b.SelectMany(x => x.Ticks));
        Assert.Equal(after[18..].Zip(before[18..], (x, y) => x - y), b.SelectMany(x => x.Values).TakeLast(3));
        Assert.Equal([0, 33, 66, 99, 132], observer.Blocks.Where(x => x.Entry == 2).SelectMany(x => x.Ticks));
    }

    [Fact]
    public async Task TickZeroIsTheStateBeforeTheFirst()
    {
        NetworkPlan plain = SmallPlans.YinYang("PAL", train: 4, validation: 2);
        string[] observed = ["W", "B", "P", "Q", "somatic_potential", "rate", "noise", "input"];
        NetworkPlan plan = plain with { Recordings = [.. observed.Select(AtStart)] };
        var (outcome, observer) = await RunFixture.RunAsync(plan, new RunSettings { SerializeMessages = true });
        Assert.Equal(RunFixture.PlainDigest(plain, plain.Schedule.EndTick), outcome.Digest);
        Dictionary<(int Entry, int Area), List<double>> recorded = Collect(observer.Blocks, plan, _ => [0, 3]);
        Assert.Equal(plan.Recordings.Sum(recording => recording.Areas.Length), recorded.Count);
        PlainLoop loop = new(new PlannedNetwork(plain));
        AreaState[] first = [.. loop.Areas.Select(area => area.Observe())];
        loop.RunTo(3);
        AreaState[] third = [.. loop.Areas.Select(area => area.Observe())];
        foreach (((int entry, int area), List<double> values) in recorded)
        {
            IEnumerable<double> expected =
                [.. Expected(observed[entry], area, first, first), .. Expected(observed[entry], area, third, third)];
            AssertSameBits(expected, values, $"{observed[entry]} of area {area}");
        }

        RecordingPlan AtStart(string name) => new(name, ObservableTable.Find(name)!.Areas(plain.Graph), [], 0, [0, 3]);
    }

    [Fact]
    public async Task ALargeRecordTravelsInParts()
    {
        NetworkPlan plan = SmallPlans.YinYang("PAL", layers: [4, 100, 100, 3], train: 1, validation: 1, end: 30) with
        {
            Recordings = [new("W", [2], [], 10, [])],
        };
        var (_, observer) = await RunFixture.RunAsync(plan, new RunSettings { SerializeMessages = true });

        PlainLoop loop = new(new PlannedNetwork(plan));
        foreach (var record in observer.Blocks.Chunk(2))
        {
            loop.RunTo(record[0].Ticks[0]);
            Assert.Equal([0, RecordedBlock.MostValues], record.Select(part => part.Offset));
            Assert.All(record, part => Assert.Equal(10_000, part.Width));
            AssertSameBits(loop.Areas[1].Below.W.ToRowMajor(), [.. record[0].Values, .. record[1].Values], "W");
        }

        Assert.Equal(30, loop.Areas[0].Tick);
    }

    [Fact]
    public async Task NothingRunsAheadOfItsRecording()
    {
        NetworkPlan plan = RunFixture.Plan("PAL") with { Recordings = [new("rate", [1, 2, 3], [], 1, [])] };
        long[] recorded = [-1, -1, -1, -1];
        int reports = 0;
        Watching observer = new()
        {
            OnBlock = block =>
            {
                Assert.Equal(recorded[block.Area] + 1, block.Ticks[0]);
                Assert.InRange(block.Values.Length + block.Ticks.Length, 2, 2 * RecordedBlock.MostValues);
                recorded[block.Area] = block.Ticks[^1];
            },
            OnProgress = tick =>
            {
                reports++;
                Assert.All(
                    recorded[1..],
                    last => Assert.True(tick == 0 || last >= tick, $"progress to tick {tick}, recorded to {last}"));
            },
        };

        await RunFixture.RunAsync(
            [plan],
            new RunSettings
            {
                HorizonTime = TimeSpan.FromMilliseconds(1),
                Execution = new ExecutionOptions { Faults = new FrameFaults(5, 0.02, 0.05, 0.02) },
            },
            observer);

        Assert.True(reports > 1);
        Assert.All(recorded[1..], last => Assert.Equal(plan.Schedule.EndTick, last));
        Assert.Null(observer.Failed);
    }

    private static Dictionary<(int Entry, int Area), List<double>> Collect(
        IEnumerable<RecordedBlock> blocks, NetworkPlan plan, Func<int, IEnumerable<long>> ticksOf)
    {
        Dictionary<(int Entry, int Area), List<double>> values = [];
        foreach (var group in blocks.GroupBy(b => (b.Entry, b.Area)))
        {
            Assert.Equal(ticksOf(group.Key.Entry), group.SelectMany(b => b.Ticks));
            values[group.Key] = [.. group.SelectMany(b => b.Values)];
            Assert.Contains(group.Key.Area, plan.Recordings[group.Key.Entry].Areas);
        }

        return values;
    }

    // From the blocks of the observed states, by symbol: a different way from the table's.
    private static IEnumerable<double> Expected(string name, int area, AreaState[] before, AreaState[] after)
    {
        if (name == "input")
            return after[0]["r_below"].Values;
        if (name == "prospective_potential_above")
            return after[area]["u_breve"].Values;
        if (name == "read_out")
            return after[area - 1]["read_out_sum"].Values.Select(sum => sum / 4);
        Observable observable = ObservableTable.Find(name)!;
        if (!name.StartsWith("update_", StringComparison.Ordinal))
            return after[area - 1][observable.Symbol].Values;
        string matrix = observable.Symbol[1..];
        return after[area - 1][matrix].Values.Zip(before[area - 1][matrix].Values, (x, y) => x - y);
    }

    private static void AssertSameBits(IEnumerable<double> expected, IEnumerable<double> actual, string what) =>
        Assert.True(
            MemoryMarshal.AsBytes(expected.ToArray().AsSpan())
                .SequenceEqual(MemoryMarshal.AsBytes(actual.ToArray().AsSpan())),
            $"{what} differs");

    private sealed class Watching : IRunObserver
    {
        public required Action<RecordedBlock> OnBlock { get; init; }

        public required Action<long> OnProgress { get; init; }

        // An exception in the clock would hang the run, so failures are kept for the test.
        public Exception? Failed { get; private set; }

        public void Started(int network)
        {
        }

        public void Progressed(int network, long tick) => Try(() => OnProgress(tick));

        public void Recorded(int network, AreaMeasures measures)
        {
        }

        public void Recorded(RecordedBlock block) => Try(() => OnBlock(block));

        public void Finished(NetworkOutcome outcome)
        {
        }

        private void Try(Action action)
        {
            try
            {
                action();
            }
            catch (Exception exception)
            {
                Failed ??= exception;
            }
        }
    }
}
