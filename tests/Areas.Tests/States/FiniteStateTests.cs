using PalActors.Areas.Models.Microcircuit.Cortex;
using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Areas.Models.Microcircuit.Recording;
using PalActors.Areas.Toolkit.Populations;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Messages.Control;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.States;

/// <summary>A value that is not finite is found anywhere in a state, and no finite value is reported.</summary>
public sealed class FiniteStateTests
{
    public static TheoryData<string, string> Networks => new()
    {
        { "PAL", "" },
        { "PAL", "precision=single" },
        { "PAL", "dWPP_r_low_pass=true" },
        { "PAL", "dWPP_post_low_pass=true" },
        { "PAL", "delay_up=16;delay_down=5;forward_block=7" },
        { "PAL", "delay_up=16;delay_down=5;forward_block=7;precision=single" },
        { "PAL", "delay_up=3;delay_down=5;noise_lag=round_trip;interneuron_lag=round_trip" },
        { "PAL", "delay_up=3;delay_down=5;prediction=linear;target_delay=aligned" },
        { "FA", "generator=numpy-legacy" },
        { "BP", "" },
        { "BP", "delay_up=3;delay_down=5;jitter=uniform;jitter_scale=4;jitter_max=5" },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void EveryBlockIsLookedAtToItsLastValue(string model, string options)
    {
        foreach (CorticalArea area in Areas(model, options))
        {
            AreaState state = area.Capture();
            Assert.Null(area.FirstNonFinite());
            foreach (StateBlock block in state.Blocks.Where(block => StateMeaning.Of(block.Name) is not null))
            {
                int[] places = [0, block.Values.Length / 2, block.Values.Length - 1];
                double[] wrong = [double.NaN, double.PositiveInfinity, double.NegativeInfinity];
                foreach ((int place, double value) in places.Zip(wrong))
                {
                    double before = block.Values[place];
                    block.Values[place] = value;
                    area.Restore(state);
                    string text = double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
                    Assert.Equal(new NonFinite(block.Name, text), area.FirstNonFinite());
                    Assert.Equal(new NonFinite(block.Name, text), new AreaSnapshot(state, []).FirstNonFinite());
                    block.Values[place] = before;
                }
            }

            area.Restore(state);
            Assert.Null(area.FirstNonFinite());
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void OnlyCountersHaveNoPlainName(string model, string options)
    {
        string[] counters =
        [
            "read_out_total", "read_out_correct", "noise_acted", "e_pre", "r_below_tick", "w_above_tick",
            "updated", "updates", "held_updates", "gain", "block_pairs", "block_updates",
        ];
        foreach (StateBlock block in Areas(model, options).SelectMany(area => area.Capture().Blocks))
            Assert.Equal(!counters.Contains(block.Name), StateMeaning.Of(block.Name) is not null);
    }

    [Fact]
    public void LookingAllocatesNothingAndChangesNothing()
    {
        foreach (CorticalArea area in Areas("BP", "delay_up=16;delay_down=5;forward_block=7"))
        {
            AreaState before = area.Capture();
            area.FirstNonFinite();
            long allocated = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 100; i++)
                Assert.True(area.FirstNonFinite() is null && !area.IsSaturated);
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - allocated);
            Assert.True(before.SameBits(area.Capture()));
        }
    }

    [Theory]
    [InlineData(Precision.Double)]
    [InlineData(Precision.Single)]
    public void EveryWeightCountsAndPaddingDoesNot(Precision precision)
    {
        foreach ((int rows, int columns) in new[] { (1, 1), (3, 5), (8, 2), (16, 3), (17, 4), (31, 1) })
        {
            WeightMatrix matrix = new(rows, columns, precision);
            for (int place = 0; place < rows * columns; place++)
            {
                (int row, int column) = Math.DivRem(place, columns);
                matrix[row, column] = double.NaN;
                Assert.False(matrix.IsFinite);
                matrix[row, column] = float.MaxValue;
            }

            Assert.True(matrix.IsFinite);
        }
    }

    [Theory]
    [InlineData("logistic", 0.0, 1.0)]
    [InlineData("tanh", -1.0, 1.0)]
    [InlineData("hard_sigmoid", 0.0, 1.0)]
    public void AllRatesMustBeWithinAMillionthOfABound(string activation, double low, double high)
    {
        Activation function = Activation.Get(activation);
        Assert.True(function.IsSaturated([low, high, low + 1e-7, high - 1e-7], 4));
        Assert.False(function.IsSaturated([low, high, low + 2e-6], 3));
        Assert.False(function.IsSaturated([low, high - 2e-6, high], 3));
        Assert.False(function.IsSaturated([low, double.NaN], 2));
        Assert.True(function.IsSaturated([low, 0.5], 1));
    }

    [Theory]
    [InlineData("relu")]
    [InlineData("soft_relu")]
    [InlineData("linear")]
    public void RatesWithoutAnUpperBoundNeverSaturate(string activation) =>
        Assert.False(Activation.Get(activation).IsSaturated([0, 0, 0], 3));

    private static CorticalArea[] Areas(string model, string options)
    {
        string[] changes = options.Split(';', StringSplitOptions.RemoveEmptyEntries);
        HistoryLoop loop = new(new PlannedNetwork(SmallPlans.YinYang(model, options: changes)));
        return loop.RunTo(757).Areas;
    }
}
