using PalActors.Areas.Contract.Models;
using PalActors.Areas.Contract.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Experiments;

/// <content>Checks by the cell model, and of the execution.</content>
public sealed partial class ExperimentReader
{
    // A model that is not selected need not fit the others' keys.
    private void CheckModel(Experiment experiment, ModelVariant variant)
    {
        bool isSelected = experiment.Selected.Contains(variant.Label);
        try
        {
            NetworkPlan plan = NetworkPlans.Of(experiment, variant);
            PlanCheck.Values(experiment.Cells, plan);
            if (isSelected)
                experiment.Cells.Check(WithRecordings(experiment, plan));
            else
                experiment.Cells.CheckValues(plan);
            long lastTick = plan.Schedule.Phases[^1].LastTick;
            if (experiment.Ticks > lastTick)
            {
                throw Find("ticks")!.Source.Error(
                    $"ticks is {experiment.Ticks}; valid is 1 to {lastTick}, the whole schedule of {variant.Label}.");
            }

            if (experiment.Record.Count > 0 && isSelected)
                RecordPlans.Check(Find("record")!, experiment, plan);
        }
        catch (ParameterException exception)
        {
            YamlEntry? own = Own(variant, exception.Key);
            string message = own is null ? exception.Message : $"models.{variant.Label}: {exception.Message}";
            throw (own ?? Find(exception.Key))?.Source.Error(message) ?? new Source(_file, 0).Error(message);
        }
    }

    private static NetworkPlan WithRecordings(Experiment experiment, NetworkPlan plan) => plan with
    {
        Recordings = RecordPlans.Resolve(
            experiment, new StepOptions(plan.Layers, plan.Options).PresentationTicks),
    };

    private YamlEntry? Own(ModelVariant variant, string key) =>
        Find(ExperimentKeys.Models)?.Value is YamlMap models
        && models.Entries.FirstOrDefault(entry => entry.Key == variant.Label)?.Value is YamlMap map
            ? map.Entries.FirstOrDefault(entry => entry.Key == key)
            : null;

    private void CheckExecution(Experiment experiment)
    {
        try
        {
            ExecutionPlan.PaceOf(experiment);
        }
        catch (ParameterException exception)
        {
            throw (Find(exception.Key)?.Source ?? new Source(_file, 0)).Error(exception.Message);
        }
    }
}
