using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.RateCells.Remedies;

/// <summary>Small networks of rate cells with delays.</summary>
internal static class RateCases
{
    /// <summary>Layers 3-6-4, linear, with a W that does not learn.</summary>
    /// <remarks>The memory of B is 1 / (dt eta_B reg), 500 ticks of 32 samples.</remarks>
    public static GivenRates Linear(
        int up, int down, bool noiseLag, bool rateLag = false, double sigma = 0.3, double reg = 0.5, int batch = 32)
    {
        RateAreaOptions usual = new()
        {
            Below = default,
            Cells = default,
            Activation = "",
            EtaB = 0.04,
            Reg = reg,
            Sigma = sigma,
        };
        PerArea<RateAreaOptions> areas = GivenRates.Dense([3, 6, 4], ["linear", "linear"], usual);
        return new GivenRates
        {
            Schedule = SmallPlans.Schedule(train: 30, validation: 0, ticks: 100),
            BeginsWithoutFeedback = true,
            Parameters = Parameters(RateAlgorithm.PAL, [up], [down], areas) with
            {
                Batch = batch,
                Remedies = Remedies(noiseLag, rateLag),
            },
        };
    }

    /// <summary>A convolution with a pool, and as many dense areas as there are links.</summary>
    public static GivenRates Pooled(
        RateAlgorithm algorithm, int[] up, int[] down, double eta, double sigma = 0, bool remedies = true,
        bool single = false)
    {
        // Without noise B stays.
        RateAreaOptions usual = new()
        {
            Below = default,
            Cells = default,
            Activation = "tanh",
            EtaW = eta,
            EtaB = sigma > 0 ? 0.8 : 0,
            Reg = 0.1,
            Sigma = sigma,
        };
        RateAreaOptions[] areas =
        [
            usual with { Below = new(1, 6, 6), Cells = new(2, 4, 4), Kernel = 3, Pool = 2, PoolSigma = sigma },
            .. up.Select((_, i) => usual with
            {
                Below = AreaShape.Vector(i == 0 ? 8 : 5),
                Cells = AreaShape.Vector(i == up.Length - 1 ? 3 : 5),
                Sigma = i == up.Length - 1 ? 0 : sigma,
            }),
        ];
        return new GivenRates
        {
            IsTargetConstant = true,
            BeginsWithoutFeedback = algorithm == RateAlgorithm.PAL && eta == 0,
            Schedule = SmallPlans.Schedule(train: 8, validation: 0, ticks: 40),
            Parameters = Parameters(algorithm, up, down, new PerArea<RateAreaOptions>(areas)) with
            {
                Remedies = Remedies(remedies, remedies),
                IsSingle = single,
            },
        };
    }

    /// <summary>Values of the remedies' parameters.</summary>
    public static ParameterReader Remedies(bool noiseLag, bool rateLag) => new(
        RateTable.Cells,
        [
            new PlanOption("noise_lag", [noiseLag ? "round_trip" : "none"]),
            new PlanOption("rate_lag", [rateLag ? "round_trip" : "none"]),
        ]);

    private static RateParameters Parameters(
        RateAlgorithm algorithm, int[] up, int[] down, PerArea<RateAreaOptions> areas) => new()
        {
            Algorithm = algorithm,
            Path = ErrorPath.Direct,
            Target = TargetType.Mse,
            Beta = 0.5,
            Dt = 0.1,
            Batch = 3,
            Links = GivenRates.Links(areas.Count, up, down),
            Areas = areas,
        };
}
