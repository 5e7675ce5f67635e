using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Models.Microcircuit.Remedies;
using PalActors.Areas.Toolkit.States;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.Rules;

/// <summary>Remedies of a pathway: who acts where, and that each takes what the one before it gives.</summary>
public sealed class RemedyChainTests
{
    private static readonly string[] s_all =
        ["noise_lag=round_trip", "interneuron_lag=round_trip", "prediction=linear", "target_delay=aligned"];

    private static readonly string[] s_delays = ["delay_up=2", "delay_down=3"];

    [Fact]
    public void APathwayHasNoChainUnlessARemedyActsOnItAndItHasADelay()
    {
        Assert.Null(RemedyChain.Of(Place(s_all)));
        Assert.Null(RemedyChain.Of(Place(s_delays)));
        Assert.Null(RemedyChain.Of(Place([.. s_delays, s_all[3]])));
        Assert.Null(RemedyChain.Of(Place([.. s_delays, s_all[0]], isNoisy: false)));
        foreach (string remedy in s_all[..3])
            Assert.NotNull(RemedyChain.Of(Place([.. s_delays, remedy])));
    }

    [Fact]
    public void StateIsNamedInTheOrderOfTheTable()
    {
        StateMap state = new();
        RemedyChain.Of(Place([.. s_delays, .. s_all]))!.Describe(state);

        Assert.Equal(["xi_past", "r_past", "ub_arrived", "ub_slope"], state.Capture(1, 0).Blocks.Select(b => b.Name));
    }

    [Fact]
    public void EveryBlockOfARemedyHasAPlainName()
    {
        StateMap state = new();
        RemedyChain.Of(Place([.. s_delays, .. s_all]))!.Describe(state);

        Assert.All(state.Capture(1, 0).Blocks, block => Assert.NotNull(RemedyTable.MeaningOf(block.Name)));
        Assert.Null(RemedyTable.MeaningOf("W"));
    }

    // A lag of a lag: noise and rates of two round trips ago.
    [Fact]
    public void TwoRemediesAtOnePointActOneAfterTheOther()
    {
        RemedyPlace place = Place(s_delays);
        RemedyChain chain = new(
            NoiseLag.Row.OnPathway(place)!, InterneuronLag.Row.OnPathway(place)!,
            NoiseLag.Row.OnPathway(place)!, InterneuronLag.Row.OnPathway(place)!);
        double[] above = new double[place.SizeAbove], xi = new double[place.Size], rate = new double[place.Size];
        rate[0] = -1;
        chain.Begin(above, rate);
        for (int tick = 1; tick <= 30; tick++)
        {
            // Buffers are filled anew, as those of an area are.
            (xi[0], rate[0]) = (tick, 100 + tick);

            Assert.Equal(tick > 11 ? 100 + tick - 11 : -1, chain.RatePrevious(rate)[0]);
            Assert.Equal(tick > 10 ? 100 + tick - 10 : -1, chain.Rate(rate)[0]);
            Assert.Equal(tick > 10 ? tick - 10 : 0, chain.Noise(xi)[0]);
            chain.Complete();
        }
    }

    private static RemedyPlace Place(string[] options, bool isNoisy = true)
    {
        NetworkPlan plan = SmallPlans.YinYang("PAL", options: options);
        MicrocircuitParameters parameters = new(plan.Graph, plan.Options);
        return new RemedyPlace(parameters.Delayed, plan.Graph.Feedback[0], isNoisy);
    }
}
