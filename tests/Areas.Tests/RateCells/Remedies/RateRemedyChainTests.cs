using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Models.RateCells.Cells;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Areas.Models.RateCells.Remedies;

namespace PalActors.Areas.Tests.RateCells.Remedies;

/// <summary>Remedies of an area of rate cells: who acts where, in which order, and what they keep.</summary>
public sealed class RateRemedyChainTests
{
    [Fact]
    public void AnAreaHasNoChainUnlessARemedyActsOnItAndItHasADelay()
    {
        Assert.Null(RemedyChain<double>.Of(RateCases.Linear(2, 3, noiseLag: false).Parameters, 1));
        Assert.Null(RemedyChain<double>.Of(RateCases.Linear(0, 0, noiseLag: true, rateLag: true).Parameters, 1));
        RateParameters parameters = RateCases.Linear(2, 3, noiseLag: true).Parameters;
        Assert.NotNull(RemedyChain<float>.Of(parameters, 1));
        Assert.Null(RemedyChain<float>.Of(parameters, parameters.Top));
        Assert.Null(RemedyChain<float>.Of(parameters with { Algorithm = RateAlgorithm.FA }, 1));
    }

    // A lag of a lag: noise and rates of two round trips ago.
    [Fact]
    public void TwoRemediesAtOnePointActOneAfterTheOther()
    {
        RateParameters parameters = RateCases.Linear(2, 3, noiseLag: false, batch: 1).Parameters;
        RemedyChain<double> chain = new(
            NoiseLag.Row.OnArea<double>(parameters, 1)!, RateLag.Row.OnArea<double>(parameters, 1)!,
            NoiseLag.Row.OnArea<double>(parameters, 1)!, RateLag.Row.OnArea<double>(parameters, 1)!);
        BatchOf<double> noise = new(6, 1), below = new(3, 1);
        double[] xi = noise.Allocate(), rates = below.Allocate();
        for (int tick = 1; tick <= 30; tick++)
        {
            (xi[0], rates[0]) = (tick, 100 + tick);

            Assert.Equal(tick > 10 ? tick - 10 : 0, chain.Noise(xi)[0]);
            Assert.Equal(tick > 10 ? 100 + tick - 10 : 0, chain.Below(rates)[0]);
        }
    }

    // 2000 ticks of 6 cells, or of 3 rates below and 6 slopes, and 100,000 samples.
    [Theory]
    [InlineData(true, false, "noise_lag is 'round_trip'; area 1 would keep 8 GiB for 2000 ticks, valid is at most 2.")]
    [InlineData(false, true, "rate_lag is 'round_trip'; area 1 would keep 13 GiB for 2000 ticks, valid is at most 2.")]
    [InlineData(true, true, "rate_lag is 'round_trip'; area 1 would keep 22 GiB for 2000 ticks, valid is at most 2.")]
    public void RingsThatAreTooLargeAreRefusedByName(bool noiseLag, bool rateLag, string problem)
    {
        RateParameters parameters = RateCases.Linear(1000, 1000, noiseLag, rateLag).Parameters;
        LagSize.Check(parameters);

        ParameterException error =
            Assert.Throws<ParameterException>(() => LagSize.Check(parameters with { Batch = 100_000 }));
        Assert.Equal(problem, error.Message);
        Assert.Equal(problem.Split(' ')[0], error.Key);
    }
}
