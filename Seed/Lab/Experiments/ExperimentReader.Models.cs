using PalActors.Areas.Contract.Models;
using PalActors.Areas.Contract.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Experiments;

/// <content>Checks by the cell model, and of the execution.</content>
internal sealed partial class ExperimentReader
{
    // A model that is not selected need not fit the others' keys.
    private void CheckModel(Experiment experiment, ModelVariant variant)
    {
        try
        {
            bool isSelected = experiment.Selected.Contains(variant.Label);
            Experiment run = isSelected ? experiment : experiment with { Perturbations = [] };
            NetworkPlan plan = NetworkPlans.Of(run, variant);
            PlanCheck.Values(experiment.Cells, plan);
            if (isSelected)
            {
                experiment.Cells.Check(plan);
                PerturbationPlans.Check(experiment, plan);
            }
            else
            {
                experiment.Cells.CheckValues(plan);
            }

            long lastTick = plan.Schedule.Phases[^1].LastTick;
            if (experiment.Ticks > lastTick)
            {
                throw Find("ticks")!.Source.Error(
                    $"ticks is {experiment.Ticks}; valid is 1 to {lastTick}, the whole schedule of {variant.Label}.");
            }
        }
        catch (ParameterException exception)
        {
            throw Refused(variant, exception);
        }
    }

    private InputException Refused(ModelVariant variant, ParameterException exception)
    {
        if (_graph?.Refused(exception) is { } entry)
            return entry;
        YamlEntry? own = Own(variant, exception.Key);
        string message = own is null ? exception.Message : $"models.{variant.Label}: {exception.Message}";
        return (own ?? Find(exception.Key))?.Source.Error(message) ?? new Source(_file, 0).Error(message);
    }

    // Only of models that were checked are shapes known.
    private Experiment WithRecord(Experiment experiment, YamlEntry record)
    {
        ModelVariant[] selected = [.. experiment.Selected.Select(experiment.Variant)];
        NetworkPlan[] plans = [.. selected.Select(variant => NetworkPlans.Of(experiment, variant))];
        experiment = experiment with { Record = RecordReader.Read(record, experiment.Cells, plans) };
        for (int i = 0; i < plans.Length; i++)
        {
            try
            {
                experiment.Cells.Check(WithRecordings(experiment, plans[i]));
            }
            catch (ParameterException exception)
            {
                throw Refused(selected[i], exception);
            }

            RecordPlans.Check(record, experiment, plans[i]);
        }

        return experiment;
    }

    private static NetworkPlan WithRecordings(Experiment experiment, NetworkPlan plan) => plan with
    {
        Recordings = RecordPlans.Resolve(experiment, new StepOptions(plan.Options).SampleTicks),
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
            ExecutionTable.Bind(experiment);
        }
        catch (ParameterException exception)
        {
            throw (Find(exception.Key)?.Source ?? new Source(_file, 0)).Error(exception.Message);
        }
    }
}
