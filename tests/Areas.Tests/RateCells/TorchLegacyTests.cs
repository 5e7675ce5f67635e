using MathNet.Numerics.LinearAlgebra;
using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models;
using PalActors.Areas.Models.RateCells;
using PalActors.Areas.Toolkit.Draws;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Readouts;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.RateCells;

/// <summary>Random numbers of the authors' torch program in networks of rate cells, draw for draw.</summary>
public sealed class TorchLegacyTests
{
    private const int Batch = 3;
    private const int Ticks = 4;

    private static readonly int[] s_small = [4, 9, 7, 3];

    // Published angles between B and the transposed W of areas 2, 3 and 4 before training, in degrees.
    [Theory]
    [InlineData(1, 86.9976, 88.4012, 90.0189)]
    [InlineData(9, 95.4966, 83.3138, 89.9221)]
    [InlineData(19, 91.3961, 92.3429, 89.9932)]
    public void TheInitialAnglesOfTheAutoencoderAreThePublishedOnes(int seed, params double[] published)
    {
        NetworkPlan plan = Plan("PAL", [784, 200, 2, 200, 784]) with { Seed = (ulong)seed, Data = "mnist-images" };
        INetwork network = CellModels.All.Bind(plan, SpareThreads.None);
        AreaState[] areas =
            [.. Enumerable.Range(1, 4).Select(area => network.BuildArea(area).Capture(CaptureKind.Observed))];
        for (int area = 2; area <= 4; area++)
        {
            StateBlock w = areas[area - 1]["W"], b = areas[area - 2]["B"];
            double angle = MatrixAngle.Between(
                Matrix<double>.Build.DenseOfRowMajor(w.Rows, w.Columns, w.Values).Transpose(),
                Matrix<double>.Build.DenseOfRowMajor(b.Rows, b.Columns, b.Values));
            Assert.Equal(published[area - 2], angle, 1e-4);
        }
    }

    [Fact]
    public void TheNoiseOfEveryTickIsTheStreamsAlsoAfterARestore()
    {
        NetworkPlan plan = Plan("PAL", s_small);
        Schedule schedule = plan.Schedule;
        TorchGenerator random = new((long)plan.Seed);
        TorchArea[] areas = [.. Enumerable.Range(1, 3).Select(l => new TorchArea.Dense(s_small[l], s_small[l - 1]))];
        TorchInitial.Draw(random, areas, TorchFeedback.Learned);
        AreaLoop loop = Loop(plan);
        float[][] xi = [.. areas.Select(area => new float[Batch * area.Cells])];
        for (int phase = 0; phase < schedule.Phases.Length; phase++)
        {
            // The authors' program tests before training too.
            if (phase == 1)
            {
                random.Int64();
                Skip(schedule.Phases[^1].Ticks);
            }

            random.Int64();
            if (schedule.Phases[phase].Split == "train")
                random.Int64();
            for (long tick = schedule.Phases[phase].FirstTick; tick <= schedule.Phases[phase].LastTick; tick++)
            {
                for (int l = 0; l < 3; l++)
                {
                    float[] z = new float[xi[l].Length];
                    random.Normals(z);
                    for (int i = 0; i < z.Length; i++)
                        xi[l][i] += (0.5f * z[i] / MathF.Sqrt(5)) - (xi[l][i] / 5);
                }

                AreaLoop resumed = Loop(plan, loop.Capture());
                resumed.RunTo(tick);
                loop.RunTo(tick);
                AreaState[] states = loop.Capture(), again = resumed.Capture();
                for (int l = 0; l < 3; l++)
                {
                    Assert.True(states[l].SameBits(again[l]));
                    Assert.All(
                        xi[l].Zip(states[l]["xi"].Values), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
                }
            }
        }

        void Skip(long steps)
        {
            for (long step = 0; step < steps; step++)
            {
                foreach (TorchArea area in areas)
                    random.Normals(new float[Batch * area.Cells]);
            }
        }
    }

    [Fact]
    public void TheOrderOfTheSamplesIsTheStreamsAndOtherPassesHaveTheirOwn()
    {
        NetworkPlan plan = Plan("BP", s_small) with { Data = "yin-yang", DataSeed = 5 };
        TorchGenerator random = new((long)plan.Seed);
        TorchInitial.Draw(
            random,
            [.. Enumerable.Range(1, 3).Select(l => new TorchArea.Dense(s_small[l], s_small[l - 1]))],
            TorchFeedback.None);
        random.Int64();
        random.Int64();
        random.Int64();
        int[] order = new int[20];
        new TorchGenerator(random.Int64()).Permutation(order);

        IEncodingModel model = (IEncodingModel)CellModels.All.Get(RateModel.ModelName);
        IPresentations shown = model.Samples(plan).Inputs();
        double[] batch = new double[Batch * 4], sample = new double[4];
        shown.Fill(1, 2, batch);
        for (int slot = 0; slot < Batch; slot++)
        {
            model.Samples(plan).Data.Input("train", order[(2 * Batch) + slot], sample);
            Assert.Equal(sample, batch[(4 * slot)..(4 * (slot + 1))]);
        }

        shown.Fill(0, 1, batch);
        model.Samples(plan).Data.Input("validation", Batch, sample);
        Assert.Equal(sample, batch[..4]);
    }

    private static AreaLoop Loop(NetworkPlan plan, AreaState[]? states = null) =>
        new(CellModels.All.Bind(plan, SpareThreads.None), plan.Schedule, plan.Top, states);

    private static NetworkPlan Plan(string model, int[] layers)
    {
        long next = 1;
        return SmallPlans.YinYang("PAL") with
        {
            Cells = RateModel.ModelName,
            Model = model,
            Label = model,
            Layers = layers,
            Seed = 7,
            Options =
            [
                new("dt", ["0.1"]), new("Tpres", ["0.4"]), new("generator", ["torch-legacy"]),
                .. model == "PAL" ? (PlanOption[])[new("sigma", ["0.5"]), new("tau_xi", ["5"])] : [],
            ],
            Schedule = new Schedule(
                [
                    Phase("validation", 8, 0), Phase("train", 20, 1), Phase("validation", 8, 1), Phase("test", 9, 1),
                ],
                next - 1),
        };

        Phase Phase(string split, int samples, int epoch)
        {
            Phase phase = new(
                next, samples / Batch, Ticks, split == "train" ? SmallPlans.Learning : SmallPlans.Evaluating, split,
                epoch, epoch, null, false)
            {
                Batch = Batch,
                Pool = samples,
            };
            next += phase.Ticks;
            return phase;
        }
    }
}
