using System.Globalization;
using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Experiments;

/// <summary>Turns an experiment into the networks of a run: one per selected model and seed.</summary>
internal static class NetworkPlans
{
    /// <summary>The networks, models in the order of their selection, seeds within.</summary>
    public static IReadOnlyList<NetworkPlan> Of(Experiment experiment)
    {
        long run = Random.Shared.NextInt64(1, long.MaxValue);
        List<NetworkPlan> plans = [];
        foreach (string label in experiment.Selected)
        {
            NetworkPlan plan = Of(experiment, experiment.Variant(label));
            int presentation = new StepOptions(plan.Options).SampleTicks;
            RecordingPlan[] recordings =
                [.. RecordPlans.Resolve(experiment, presentation), .. ReadOutNames.Recordings(experiment, plan)];
            foreach (ulong seed in experiment.Seeds)
            {
                NetworkPlan one = plan with { Run = run, Network = plans.Count, Recordings = recordings };
                plans.Add(Seeded(experiment, one, seed));
            }
        }

        return plans;
    }

    /// <summary>The network of one model, without the identity of a run, a seed and recordings.</summary>
    /// <exception cref="ParameterException">A value of its time is invalid.</exception>
    public static NetworkPlan Of(Experiment experiment, ModelVariant variant)
    {
        PlanOption[] options = experiment.OptionsOf(variant);
        int frames = experiment.DataOptions.Length == 0 ? 1 : OwnDataBlock.Of(experiment.DataOptions).Frames;
        if (frames > 1)
            options = [.. options, new(StepOptions.FramesOption, [frames.ToString(CultureInfo.InvariantCulture)])];
        NetworkPlan plan = new()
        {
            Run = 0,
            Network = 0,
            Seed = 0,
            Cells = experiment.Cells.Name,
            Label = variant.Label,
            Model = variant.Model,
            Layers = experiment.Layers,
            Areas = experiment.Areas,
            Pathways = experiment.Pathways,
            Options = options,
            Data = experiment.Data,
            DataSeed = experiment.DataSeed,
            DataFolder = experiment.DataFolder,
            DataOptions = experiment.DataOptions,
            WeightsHash = experiment.Weights?.Hash ?? "",
            TargetsAreInputs = ExperimentTask.Get(experiment.Task).TargetsAreInputs,
            Schedule = ExperimentTask.ScheduleOf(experiment, new StepOptions(options)),
        };
        // Where no seed is known yet, the draws of another serve to check.
        return Seeded(experiment, plan, experiment.Seeds.FirstOrDefault()) with { Seed = 0 };
    }

    private static NetworkPlan Seeded(Experiment experiment, NetworkPlan plan, ulong seed)
    {
        plan = plan with { Seed = seed };
        return plan with { Perturbations = PerturbationPlans.Of(experiment, plan) };
    }
}
