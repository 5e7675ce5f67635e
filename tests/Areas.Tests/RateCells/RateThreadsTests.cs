using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models;
using PalActors.Areas.Models.RateCells;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.RateCells;

/// <summary>Networks whose passes over cells are so large that threads share them.</summary>
public sealed class RateThreadsTests
{
    private const int Filters = 200;
    private const int Cells = 640;
    private const int Batch = 32;
    private const int EvaluatedTicks = 5;

    public static TheoryData<string, string, string> Networks
    {
        get
        {
            TheoryData<string, string, string> networks = [];
            foreach (string model in RateWords.Algorithms)
            {
                networks.Add(model, "soma", "single");
                networks.Add(model, "direct", "double");
            }

            return networks;
        }
    }

    [Fact]
    public void ThePassesOfTheNetworksAreShared()
    {
        RowSplit split = new(2);
        Assert.NotNull(split.TeamForElements(Filters * Batch * 4));
        Assert.NotNull(split.TeamForElements(Cells * Batch));
        Assert.NotNull(split.TeamFor((long)Cells * Filters * Batch));
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void StatesAreTheSameBitsWithAnyNumberOfThreads(string model, string path, string precision)
    {
        AreaState[] alone = States(model, path, precision, threads: 1);
        for (int threads = 2; threads <= 3; threads++)
        {
            AreaState[] shared = States(model, path, precision, threads);
            Assert.All(alone.Zip(shared), pair => Assert.True(pair.First.SameBits(pair.Second)));
        }
    }

    // An image of 2 x 2, filters of 1 x 1 with a pool, and two dense areas.
    private static AreaState[] States(string model, string path, string precision, int threads)
    {
        Schedule schedule = SmallPlans.Schedule(train: 2, validation: 1, ticks: EvaluatedTicks);
        NetworkPlan plan = SmallPlans.YinYang(model, [4, Filters, Cells, 3]) with
        {
            Cells = RateModel.ModelName,
            Options =
            [
                new("channels", ["1"]), new("kernel", ["1", "0", "0"]), new("pool", ["2", "1", "1"]),
                new("activation", ["tanh"]), new("weight_sd", ["0.5"]), new("eta_B", ["0.8"]), new("reg", ["0.1"]),
                new("sigma", ["0.1"]), new("wn_sigma", ["0.1"]), new("pool_sigma", ["0.1"]), new("dt", ["0.1"]),
                new("Tpres", ["0.5"]), new("error_path", [path]), new("precision", [precision]),
            ],
            Schedule = schedule with
            {
                Phases = [.. schedule.Phases.Select(one => one with { Batch = Batch, Pool = 4 * Batch })],
            },
        };
        INetwork network = CellModels.All.Bind(plan, new SpareThreads(threads, DrawsAhead: false));
        AreaLoop loop = new(network, plan.Schedule, plan.Top);
        loop.RunTo(EvaluatedTicks + 6);
        return loop.Capture();
    }
}
