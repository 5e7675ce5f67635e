using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Models.Microcircuit.Cortex;
using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.Rules;

/// <summary>The example of docs/extending.md.</summary>
public sealed class NormKeepingRuleTests
{
    private const double Alpha = 0.01, EtaBw = 20, Dt = 0.01;

    // B is 5 x 3 and starts uniform in [-1, 1].
    private static readonly double s_norm = Math.Sqrt(5 * 3 / 3.0);

    [Fact]
    public void OneTickIsItsEquation()
    {
        PlainLoop loop = new(new PlannedNetwork(Plan("PAL-norm")));
        loop.RunTo(250);
        CorticalArea area = loop.Areas[0];
        double[] before = area.Above.B.ToRowMajor(), highPass = [.. area.Above.HighPassAbove[..3]];
        loop.Step();
        double norm = Math.Sqrt(before.Sum(b => b * b));
        for (int i = 0; i < 5; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                double b = before[(i * 3) + j];
                double expected = b
                    + (Dt * EtaBw
                        * ((area.Hidden.Noise[i] * highPass[j])
                            - (Alpha * ((norm * norm / (s_norm * s_norm)) - 1) * b)));
                Assert.Equal(expected, area.Above.B[i, j], 1e-15);
            }
        }
    }

    [Fact]
    public void TheNormIsKeptWhereItFadesUnderPal()
    {
        Assert.InRange(NormAtEnd("PAL-norm"), 0.9 * s_norm, 1.1 * s_norm);
        Assert.InRange(NormAtEnd("PAL"), 0, 0.5 * s_norm);
    }

    [Fact]
    public void ACapturedRunGoesOnToTheBit()
    {
        PlainLoop whole = new(new PlannedNetwork(Plan("PAL-norm")));
        whole.RunTo(137);
        AreaState[] states = whole.Capture();
        PlainLoop rest = new(new PlannedNetwork(Plan("PAL-norm")), states, whole.Learned);
        whole.RunTo(400);
        rest.RunTo(400);
        Assert.Equal(whole.Areas[0].Above.B.ToRowMajor(), rest.Areas[0].Above.B.ToRowMajor());
    }

    [Fact]
    public void ARangeWithoutANormIsRefused()
    {
        NetworkPlan plan = Plan("PAL-norm");
        plan = plan with
        {
            Options =
                [.. plan.Options.Where(option => option.Name != "init_BPP_range"), new("init_BPP_range", ["0", "0"])],
        };
        Assert.Equal(
            "init_BPP_range", Assert.Throws<ParameterException>(() => new PlannedNetwork(plan).BuildArea(1)).Key);
    }

    private static double NormAtEnd(string model)
    {
        PlainLoop loop = new(new PlannedNetwork(Plan(model)));
        loop.RunTo(6000);
        return Math.Sqrt(loop.Areas[0].Above.B.ToRowMajor().Sum(b => b * b));
    }

    private static NetworkPlan Plan(string model) => SmallPlans.YinYang(
        model, [4, 5, 3], train: 300, validation: 0, options: ["alpha=0.01", "eta_bw=20", "init_BPP_range=-1,1"]);
}
