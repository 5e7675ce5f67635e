using PalActors.Areas.Contract.Models;
using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Models.Microcircuit.Circuits;
using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.Rules;

/// <summary>
/// Properties of the remedies against delays, beyond their equations (<see cref="Reference.RemedyReferenceTests"/>).
/// </summary>
public sealed class RemedyTests
{
    private static readonly string[] s_all =
        ["noise_lag=round_trip", "interneuron_lag=round_trip", "prediction=linear", "target_delay=aligned"];

    [Theory]
    [InlineData("PAL")]
    [InlineData("FA")]
    [InlineData("BP")]
    [InlineData("PAL-norm")]
    public void WithoutDelaysNoneChangesABit(string model)
    {
        HistoryLoop without = Loop(model);
        foreach (string remedy in s_all)
        {
            HistoryLoop with = Loop(model, remedy);
            StateAssert.SameBits(without.Capture(), with.Capture());
            Assert.Equal(without.Metrics, with.Metrics);
        }
    }

    [Fact]
    public void WithDelaysEachChangesTheResult()
    {
        AreaState[] without = Loop("PAL", "delay_up=2", "delay_down=3").Capture();
        foreach (string remedy in s_all)
            Assert.NotEqual(
                without[0]["B"].Values, Loop("PAL", "delay_up=2", "delay_down=3", remedy).Capture()[0]["B"].Values);
    }

    // Steps of the input in the self-predicting state, with apical dendrites that do not reach the soma. Their
    // potentials are then those of the undelayed network, later by the delay up to the area and its round trip.
    [Theory]
    [InlineData("3,5", "2,7", "false")]
    [InlineData("0,4", "6,0", "false")]
    [InlineData("20,1", "1,30", "false")]
    [InlineData("3,5", "2,7", "true")]
    public void ALaggedInterneuronRestoresTheApicalTransientOfAStepExactly(string up, string down, string lowPass)
    {
        int[] ups = [.. up.Split(',').Select(int.Parse)], downs = [.. down.Split(',').Select(int.Parse)];
        string[] common =
        [
            "gapi=0", "eta_fw=0", "eta_bw=0", "eta_IP=0", "eta_PI=0", "noise_scale=0", $"inter_low_pass={lowPass}",
            "tauLO=0.05",
        ];
        List<double[]>[] undelayed = Apical(common);
        List<double[]>[] lagged = Apical(
            [.. common, $"delay_up={up}", $"delay_down={down}", "interneuron_lag=round_trip"]);
        List<double[]>[] delayed = Apical([.. common, $"delay_up={up}", $"delay_down={down}"]);
        for (int h = 0; h < 2; h++)
        {
            int late = ups[..h].Sum() + ups[h] + downs[h];
            double largest = 0, unremedied = 0;
            // From the second presentation on, no effect of the start is left.
            for (int tick = 400 + late; tick < undelayed[h].Count; tick++)
            {
                for (int i = 0; i < undelayed[h][tick].Length; i++)
                {
                    Assert.Equal(undelayed[h][tick - late][i], lagged[h][tick][i], 1e-12);
                    largest = Math.Max(largest, Math.Abs(undelayed[h][tick - late][i]));
                    unremedied = Math.Max(unremedied, Math.Abs(delayed[h][tick][i] - undelayed[h][tick - late][i]));
                }
            }

            Assert.True(largest > 1e-4, $"a transient of {largest} shows nothing");
            Assert.True(unremedied > 0.1 * largest, $"without the lag the deviation is {unremedied} of {largest}");
        }
    }

    // Presentations of 20 ticks, read out at their ticks 5, 9, 13 and 17.
    [Theory]
    [InlineData("2,3")]
    [InlineData("15,20")]
    [InlineData("100,77")]
    public void AnAlignedReadOutComparesWithWhatWasShownThen(string up)
    {
        int shift = up.Split(',').Sum(int.Parse);
        NetworkPlan plan = SmallPlans.YinYang(
            "PAL", options: [$"delay_up={up}", "delay_down=1,2", "target_delay=aligned"]);
        HistoryLoop loop = new HistoryLoop(new PlannedNetwork(plan)).RunTo(plan.Schedule.EndTick);
        List<double> expected = [], immediate = [];
        foreach (Phase phase in plan.Schedule.Phases.Where(phase => phase.Metric is not null))
        {
            var shown = loop.Shown.Where(s => s.FirstTick >= phase.FirstTick && s.FirstTick <= phase.LastTick).ToList();
            // Samples whose window ends after the phase do not count.
            expected.Add(Accuracy([.. shown.Where(s => s.FirstTick + 19 + shift <= phase.LastTick)], shift));
            immediate.Add(Accuracy(shown, 0));
        }

        Assert.Equal(
            expected, loop.Metrics.Where(m => m.Name == CommonMetrics.AccuracyValidation).Select(m => m.Value));
        Assert.NotEqual(immediate, expected);

        double Accuracy(List<(long FirstTick, int Ticks, double[] Input, double[] Target)> shown, int late) =>
            shown.Count(s => Largest(Sum(s.FirstTick + late)) == Largest(s.Target)) / (double)shown.Count;

        double[] Sum(long first) =>
        [
            .. Enumerable.Range(0, 3)
                .Select(i => new[] { 4, 8, 12, 16 }.Sum(tick => loop.Down[^1][(int)(first + tick)][i])),
        ];

        static int Largest(double[] values) => Array.IndexOf(values, values.Max());
    }

    // 20 presentations of an evaluation, 60 of training, 20 of an evaluation.
    [Fact]
    public void AnAlignedTargetNudgesOnlyInTrainingAndOnlyWithItsLabels()
    {
        const int shift = 33;
        NetworkPlan plan = SmallPlans.YinYang("PAL", options: ["delay_up=13,20", "target_delay=aligned"]);
        HistoryLoop? loop = null;
        int nudged = 0;
        loop = new HistoryLoop(new PlannedNetwork(plan))
        {
            Completed = tick =>
            {
                TargetCircuit top = loop!.Areas[^1].Target;
                Assert.Equal(tick is > 400 + shift and <= 1600, top.IsNudged);
                if (!top.IsNudged)
                    return;
                nudged++;
                double[] y = loop.Shown[(int)((tick - shift - 1) / 20)].Target;
                Assert.Equal(
                    y.Select((value, i) => Math.Pow(loop.Down[^1][(int)tick][i] - value, 2)).Sum(),
                    top.TargetError(),
                    1e-12);
            },
        };
        loop.RunTo(plan.Schedule.EndTick);
        Assert.Equal(1200 - shift, nudged);
    }

    [Fact]
    public void AnEvaluationTooShortForAnAlignedReadOutIsRefusedByName()
    {
        // 41 ticks, and 20 of a presentation: 60 are one too few.
        NetworkPlan plan = SmallPlans.YinYang(
            "PAL", validation: 3, options: ["delay_up=20,21", "target_delay=aligned"]);
        ParameterException error = Assert.Throws<ParameterException>(() => new PlannedNetwork(plan));
        Assert.Equal("target_delay", error.Key);
        Assert.Contains("41 ticks", error.Message, StringComparison.Ordinal);
        Assert.Contains("60", error.Message, StringComparison.Ordinal);
    }

    private static HistoryLoop Loop(string model, params string[] options)
    {
        PlannedNetwork network = new(SmallPlans.YinYang(model, options: options));
        return new HistoryLoop(network).RunTo(network.Schedule.EndTick);
    }

    // Apical potentials of both hidden areas by tick, 0 first.
    private static List<double[]>[] Apical(string[] options)
    {
        NetworkPlan plan = SmallPlans.YinYang("PAL", train: 0, validation: 4, ticks: 200, options: options);
        List<double[]>[] apical = [[[]], [[]]];
        HistoryLoop? loop = null;
        loop = new HistoryLoop(new PlannedNetwork(plan))
        {
            Completed = _ =>
            {
                for (int h = 0; h < 2; h++)
                    apical[h].Add(loop!.Areas[h].Hidden.Apical[..loop.Areas[h].Size]);
            },
        };
        loop.RunTo(plan.Schedule.EndTick);
        return apical;
    }
}
