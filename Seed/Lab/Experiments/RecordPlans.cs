using PalActors.Areas.Contract.Models;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Experiments;

/// <summary>Recordings of one network, from those of an experiment.</summary>
internal static class RecordPlans
{
    /// <summary>Fills in all defaults.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="presentationTicks">Ticks of a presentation, the interval where none is given.</param>
    public static RecordingPlan[] Resolve(Experiment experiment, int presentationTicks) =>
        Resolve(experiment.Record, experiment.Cells.Observables, experiment.Graph, presentationTicks);

    /// <summary>Fills in all defaults.</summary>
    /// <param name="record">Recordings as read.</param>
    /// <param name="observables">Quantities that can be recorded.</param>
    /// <param name="graph">Areas and pathways.</param>
    /// <param name="presentationTicks">Ticks of a presentation, the interval where none is given.</param>
    public static RecordingPlan[] Resolve(
        IEnumerable<RecordingPlan> record,
        IReadOnlyList<ObservableDescriptor> observables,
        AreaGraph graph,
        int presentationTicks) =>
    [
        .. record.Select(plan => plan with
        {
            Areas = plan.Areas.Length > 0 ? plan.Areas : Find(observables, plan.Observable).Areas(graph),
            Every = plan.Ticks.Length > 0 ? 0 : plan.Every > 0 ? plan.Every : presentationTicks,
        }),
    ];

    /// <summary>Refuses observables that a network lacks, and ticks after its end.</summary>
    /// <param name="entry">The key.</param>
    /// <param name="experiment">The experiment.</param>
    /// <param name="plan">The network.</param>
    /// <exception cref="InputException">One is refused.</exception>
    public static void Check(YamlEntry entry, Experiment experiment, NetworkPlan plan)
    {
        long lastTick = plan.Schedule.Phases[^1].LastTick;
        for (int i = 0; i < experiment.Record.Count; i++)
        {
            RecordingPlan recording = experiment.Record[i];
            Source source = entry.Value is YamlList list ? list.Items[i].Source : entry.Source;
            ObservableDescriptor observable = Find(experiment.Cells.Observables, recording.Observable);
            if (observable.NeedsFlag is { } flag && !IsOn(plan, flag))
            {
                string valid = observable.Instead is { } other ? $"with {flag} false is {other}" : $"is {flag} true";
                throw source.Error(
                    $"record[{i}].observable is '{recording.Observable}', which model {plan.Label} has not; "
                    + $"valid {valid}.");
            }

            if (recording.Ticks.Length > 0 && recording.Ticks[^1] > lastTick)
            {
                throw source.Error(
                    $"record[{i}].ticks holds {recording.Ticks[^1]}; "
                    + $"valid is 0 to {lastTick}, the whole schedule of {plan.Label}.");
            }

            if (recording.Every > lastTick)
            {
                throw source.Error(
                    $"record[{i}].every is {recording.Every}; "
                    + $"valid is 1 to {lastTick}, the whole schedule of {plan.Label}.");
            }
        }
    }

    // The options of a plan have a value for each parameter.
    private static bool IsOn(NetworkPlan plan, string flag) =>
        plan.Options.FirstOrDefault(option => option.Name == flag) is { Values: ["true"] };

    private static ObservableDescriptor Find(IReadOnlyList<ObservableDescriptor> observables, string name) =>
        observables.First(observable => observable.Name == name);
}
