using PalActors.Areas.Contract.Models;
using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Models;
using PalActors.Areas.Models.RateCells;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.RateCells;

/// <summary>A parameter changes the state of those learning models that use it, and of others not by a bit.</summary>
public sealed class UsedByTests
{
    // Those that are not here change shapes, or the source of all draws.
    private static readonly Dictionary<string, string> s_others = new()
    {
        ["activation"] = "sigmoid",
        ["beta"] = "0.2",
        ["target_type"] = "mse",
        ["error_path"] = "soma",
        ["eta_W"] = "0.4",
        ["eta_B"] = "0.4",
        ["reg"] = "0.2",
        ["sigma"] = "0.2",
        ["wn_sigma"] = "0.2",
        ["tau_xi"] = "5",
        ["tau_HP"] = "5",
        ["tau_LO"] = "5",
        ["pool_sigma"] = "0.2",
        ["pool_tau_xi"] = "5",
        ["weight_sd"] = "0.2",
        ["precision"] = "single",
        ["noise_lag"] = "round_trip",
        ["rate_lag"] = "round_trip",
    };

    public static TheoryData<string> Parameters => [.. s_others.Keys];

    [Fact]
    public void AllParametersButThoseOfShapesAndDrawsAreTried()
    {
        IEnumerable<string> names = new RateModel().Parameters.All.Select(one => one.Name);
        Assert.Equal(names.Except(["channels", "kernel", "pool", "generator"]).Order(), s_others.Keys.Order());
    }

    [Theory]
    [MemberData(nameof(Parameters))]
    public void OnlyItsUsersChange(string parameter)
    {
        ParameterDescriptor descriptor = new RateModel().Parameters.Find(parameter)!;
        PlanOption change = new(parameter, [s_others[parameter]]);
        Assert.All(RateWords.Algorithms, model => Assert.Equal(
            !descriptor.IsUsedBy(model),
            States(model, []).Zip(States(model, [change])).All(pair => pair.First.SameBits(pair.Second))));
    }

    // An image of 2 x 2, two filters of 1 x 1 with a pool, and two dense areas.
    private static AreaState[] States(string model, PlanOption[] changes)
    {
        PlanOption[] usual =
        [
            new("channels", ["1"]), new("kernel", ["1", "0", "0"]), new("pool", ["2", "1", "1"]),
            new("weight_sd", ["0.5"]), new("eta_B", ["0.8"]), new("reg", ["0.1"]), new("sigma", ["0.1"]),
            new("wn_sigma", ["0.1"]), new("pool_sigma", ["0.1"]), new("dt", ["0.1"]), new("Tpres", ["1"]),
            new("delay_up", ["1"]), new("delay_down", ["2"]),
        ];
        Schedule schedule = SmallPlans.Schedule(train: 4, validation: 1, ticks: 10);
        NetworkPlan plan = SmallPlans.YinYang(model, [4, 2, 5, 3]) with
        {
            Cells = RateModel.ModelName,
            Options = [.. usual.Where(one => changes.All(change => change.Name != one.Name)), .. changes],
            Schedule = schedule with { Phases = [.. schedule.Phases.Select(one => one with { Batch = 2, Pool = 8 })] },
        };
        AreaLoop loop = new(CellModels.All.Bind(plan, SpareThreads.None), plan.Schedule, plan.Top);
        loop.RunTo(plan.Schedule.EndTick);
        return loop.Capture();
    }
}
