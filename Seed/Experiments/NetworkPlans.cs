using PalActors.Areas.Models.Microcircuit;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Experiments;

/// <summary>Turns an experiment into the networks of a run: one per selected model and seed.</summary>
public static class NetworkPlans
{
    /// <summary>The networks, models in the order of their selection, seeds within.</summary>
    public static IReadOnlyList<NetworkPlan> Of(Experiment experiment)
    {
        long run = Random.Shared.NextInt64(1, long.MaxValue);
        List<NetworkPlan> plans = [];
        foreach (string label in experiment.Selected)
        {
            ModelVariant variant = experiment.Variant(label);
            PlanOption[] options = experiment.OptionsOf(variant);
            MicrocircuitParameters parameters = new(experiment.Layers, options);
            Schedule schedule = ExperimentTask.ScheduleOf(experiment, parameters);
            RecordingPlan[] recordings = RecordReader.Resolve(experiment.Record, experiment.Layers, parameters.PresentationTicks);
            foreach (ulong seed in experiment.Seeds)
            {
                plans.Add(new NetworkPlan
                {
                    Run = run,
                    Network = plans.Count,
                    Seed = seed,
                    Cells = MicrocircuitModel.ModelName,
                    Label = label,
                    Model = variant.Model,
                    Layers = experiment.Layers,
                    Options = options,
                    Data = experiment.Data,
                    DataSeed = experiment.DataSeed,
                    DataFolder = experiment.DataFolder,
                    Schedule = schedule,
                    Recordings = recordings,
                });
            }
        }

        return plans;
    }
}
