using PalActors.Areas.Contract.Links;
using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Models.RateCells.Networks;
using PalActors.Areas.Models.RateCells.Recording;
using PalActors.Areas.Models.RateCells.Remedies;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.RateCells.Parameters;

/// <summary>Checks of a plan.</summary>
internal static class RateCheck
{
    /// <summary>Refuses a plan that its network cannot run.</summary>
    /// <exception cref="ParameterException">A value is invalid.</exception>
    public static void Of(NetworkPlan plan)
    {
        RateParameters parameters = new(plan);
        RecordingCheck.Of(plan, parameters);
        CheckGenerator(parameters);
        PoolNoiseCheck.Of(plan, parameters);
        string slackKey = parameters.Links.IsFree ? "staleness" : "jitter_max";
        for (int hidden = 1; hidden < parameters.Top; hidden++)
        {
            Pathway pathway = parameters.Links.PathwayAbove(hidden);
            parameters.Links.Up(pathway).Check("delay_up", slackKey, RateFootprint.ValuesUp(parameters, hidden));
            int down = RateFootprint.ValuesDown(parameters, hidden + 1);
            parameters.Links.Down(pathway).Check("delay_down", slackKey, down);
        }

        LagSize.Check(parameters);
    }

    // The authors drew white noise on a graphics card.
    private static void CheckGenerator(RateParameters parameters)
    {
        if (parameters.Generator != RandomGenerators.TorchLegacy || !parameters.IsPal)
            return;
        for (int area = 1; area <= parameters.Top; area++)
        {
            if (parameters.Areas[area].WnSigma > 0)
            {
                throw new ParameterException(
                    "wn_sigma",
                    $"wn_sigma of area {area} is '{parameters.Areas[area].WnSigma}'; with generator "
                    + $"{RandomGenerators.TorchLegacy}, which has no white noise, valid is 0.");
            }
        }
    }
}
