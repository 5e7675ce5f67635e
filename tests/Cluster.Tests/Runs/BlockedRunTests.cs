using PalActors.Areas.Models.Microcircuit.Cortex;
using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Areas.Toolkit.Inputs;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Runs;

/// <summary>
/// Forward projections in blocks of ticks: the digest depends on the block's length alone, and the states agree with
/// those of a pass in every tick.
/// </summary>
public sealed class BlockedRunTests
{
    [Theory]
    [InlineData("PAL", "16", "12", 6)]
    [InlineData("BP", "9", "30", 9)]
    [InlineData("FA", "5", "0", 4)]
    [InlineData("PAL", "40", "1", 32)]
    [InlineData("BP", "40", "40", 16)]
    public async Task TheDigestIsThatOfTheLoopForAnyWindowAndAnyThreads(string model, string up, string down, int block)
    {
        string[] options = [$"delay_up={up}", $"delay_down={down}", $"forward_block={block}"];
        HistoryLoop loop = RunFixture.Loop(model, options);
        string expected = NetworkDigest.Compute(loop.Capture());
        foreach ((int threads, int? window) in new (int, int?)[]
        {
            (1, null), (2, null), (2, 1), (1, 1), (2, 4), (1, 7),
        })
        {
            var (outcome, observer) = await RunFixture.RunAsync(RunFixture.Plan(model, 0, options), new RunSettings
            {
                ThreadsPerNetwork = threads,
                Execution = new ExecutionOptions { Window = window ?? 0 },
            });
            Assert.Equal(expected, outcome.Digest);
            Assert.Equal(RunFixture.Sorted(loop.Metrics), observer.Metrics);
        }
    }

    [Theory]
    [InlineData("PAL", "")]
    [InlineData("FA", "")]
    [InlineData("BP", "")]
    [InlineData("PAL", "dWPP_low_pass=false")]
    [InlineData("PAL", "dWPP_post_low_pass=true")]
    [InlineData("BP", "dWPP_use_activation=false,inter_low_pass=true")]
    public void ItIsWhatAPassInEveryTickComputesUpToRounding(string model, string others)
    {
        string[] options = ["delay_up=20", "delay_down=3", .. others.Split(',', StringSplitOptions.RemoveEmptyEntries)];
        HistoryLoop eager = RunFixture.Loop(model, [.. options, "forward_block=1"]),
            blocked = RunFixture.Loop(model, [.. options, "forward_block=7"]);
        for (int i = 0; i < eager.Areas.Length; i++)
        {
            AreaState expected = eager.Areas[i].Observe(), actual = blocked.Areas[i].Observe();
            foreach (StateBlock block in expected.Blocks)
            {
                double[] values = actual.Blocks.Single(other => other.Name == block.Name).Values;
                // A high-pass is a difference of rates, which are of the order of 1.
                double scale = block.Name.StartsWith("hp", StringComparison.Ordinal) ? 1 : block.Values.Max(Math.Abs),
                    worst = block.Values.Zip(values, (a, b) => Math.Abs(a - b)).Max();
                Assert.True(
                    worst <= 1e-11 * scale,
                    $"{block.Name} of area {i + 1} differs by {worst} at a scale of {scale} after {eager.Tick} ticks.");
            }
        }

        Assert.NotEqual(NetworkDigest.Compute(eager.Capture()), NetworkDigest.Compute(blocked.Capture()));
    }

    [Fact]
    public void WithoutADelayOrWithJitterNothingIsBlocked()
    {
        foreach (string[] options in new string[][]
        {
            [],
            ["delay_down=30"],
            ["delay_up=30", "jitter=uniform", "jitter_direction=up"],
            ["delay_up=30", "dWPP_r_low_pass=true"],
            ["delay_up=30"],
        })
        {
            string asked = options is ["delay_up=30"] ? "forward_block=0" : "forward_block=8";
            Assert.Equal(
                NetworkDigest.Compute(RunFixture.Loop("PAL", options).Capture()),
                NetworkDigest.Compute(RunFixture.Loop("PAL", [.. options, asked]).Capture()));
        }
    }

    [Fact]
    public void AStateInMidBlockCanGoOnWithoutBlocks()
    {
        string[] options = ["delay_up=16", "delay_down=5"];
        const long tick = 3000;
        PlannedNetwork blocked = new(RunFixture.Plan("PAL", 0, [.. options, "forward_block=7"])),
            unblocked = new(RunFixture.Plan("PAL", 0, [.. options, "forward_block=1"]));
        CorticalArea area = new HistoryLoop(blocked).RunTo(tick).Areas[1], other = unblocked.BuildArea(2);
        Assert.NotEqual(area.Capture().Blocks[0].Values, area.Below.W.ToRowMajor());
        other.Restore(area.CaptureUnblocked());
        Assert.Equal(tick, other.Tick);
        Assert.Equal(area.Below.W.ToRowMajor(), other.Below.W.ToRowMajor());
        Assert.Equal(area.Below.LowPassedUpdate!.ToRowMajor(), other.Below.LowPassedUpdate!.ToRowMajor());
        Assert.Equal(area.Pyramidal.U[..area.Size], other.Pyramidal.U[..other.Size]);
    }

    [Theory]
    [InlineData("PAL", 8)]
    [InlineData("BP", 9)]
    public async Task LostRepeatedAndLateFramesChangeNoBit(string model, int seed)
    {
        NetworkPlan plan = SmallPlans.YinYang(
            model, train: 12, validation: 1, ticks: 5, options: ["delay_up=12,9", "delay_down=4,6", "forward_block=5"]);
        HistoryLoop loop = new HistoryLoop(new PlannedNetwork(plan)).RunTo(plan.Schedule.EndTick);
        var (outcome, _) = await RunFixture.RunAsync(plan, new RunSettings
        {
            Execution =
                new ExecutionOptions { Faults = new FrameFaults(seed, Drop: 0.1, Duplicate: 0.1, HoldBack: 0.1) },
            ThreadsPerNetwork = 1 + (seed % 2),
        });
        Assert.Equal(NetworkDigest.Compute(loop.Capture()), outcome.Digest);
    }

    [Theory]
    [InlineData("PAL", "double")]
    [InlineData("FA", "single")]
    public async Task LargeProjectionsAreBlockedUnaskedAndSharedByCores(string model, string precision)
    {
        int[] layers = [4, 1600, precision == "double" ? 470 : 940, 3];
        Assert.True((long)layers[1] * layers[2] * (precision == "double" ? 8 : 4) * 2 >= BlockLength.LeastBytes);
        NetworkPlan plan = SmallPlans.YinYang(
            model,
            layers: layers,
            train: 2,
            validation: 0,
            options: [$"precision={precision}", "delay_up=16", "delay_down=16"]);
        HistoryLoop loop = new HistoryLoop(new PlannedNetwork(plan)).RunTo(plan.Schedule.EndTick);
        Assert.Contains(loop.Areas[1].Capture().Blocks, block => BlockedInput.Describes(block.Name));
        foreach (int threads in new[] { 1, 2 })
        {
            var (outcome, _) = await RunFixture.RunAsync(plan, new RunSettings { RowThreads = threads });
            Assert.Equal(NetworkDigest.Compute(loop.Capture()), outcome.Digest);
        }
    }
}
