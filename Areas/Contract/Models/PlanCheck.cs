using PalActors.Areas.Contract.Links;
using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Contract.Perturbations;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Contract.Models;

/// <summary>Checks of a plan that hold for every cell model: names and values of all parameters.</summary>
public static class PlanCheck
{
    /// <summary>Refuses an unknown or repeated parameter, and a value that its descriptor does not allow.</summary>
    /// <param name="model">The plan's model.</param>
    /// <param name="plan">The plan.</param>
    /// <exception cref="ParameterException">A parameter is refused.</exception>
    public static void Values(IAreaModel model, NetworkPlan plan)
    {
        ParameterTable.Join(StepOptions.OfPlans, model.Parameters, LinkTable.Parameters).Check(plan.Options);
        if (!plan.Graph.IsChain && !model.TakesGraphs)
        {
            throw new ParameterException(
                "areas", $"areas is given, and networks of cells {model.Name} are chains; valid is layers.");
        }

        StepOptions step = new(plan.Options);
        foreach ((_, PlanOption[] options) in VaryingOptions.ByEpoch(plan))
            new ParameterReader(model.Parameters, options, plan.Graph).CheckAll(step.Dt);
        _ = new LinkOptions(plan.Graph, plan.Options, step.Dt);
    }
}
