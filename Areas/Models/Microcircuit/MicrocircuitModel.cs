using PalActors.Areas.Contract.Models;
using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Models.Microcircuit.Initial;
using PalActors.Areas.Models.Microcircuit.Metrics;
using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Models.Microcircuit.Perturbations;
using PalActors.Areas.Models.Microcircuit.Recording;
using PalActors.Areas.Models.Microcircuit.Remedies;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit;

/// <summary>Dendritic microcircuits of the paper (Max et al., Nature Machine Intelligence 6, 2024).</summary>
public class MicrocircuitModel : ISampledModel
{
    /// <summary>Name in experiments.</summary>
    public const string ModelName = "microcircuit";

    /// <inheritdoc/>
    public string Name => ModelName;

    /// <inheritdoc/>
    public string Summary => "dendritic microcircuits: pyramidal cells with apical dendrites, and interneurons";

    /// <inheritdoc/>
    public IReadOnlyList<string> LearningModels => Microcircuit.Rules.LearningModels.Names;

    /// <inheritdoc/>
    public ParameterTable Parameters => MicrocircuitTable.Cells;

    /// <inheritdoc/>
    public IReadOnlyList<ObservableDescriptor> Observables => ObservableTable.All;

    /// <inheritdoc/>
    public IReadOnlyList<MetricDescriptor> Metrics { get; } = [.. MicrocircuitMetrics.All, .. CommonMetrics.All];

    /// <inheritdoc/>
    public IReadOnlyList<RemedyDescriptor> Remedies => RemedyTable.Remedies.Studied;

    /// <inheritdoc/>
    public string? CorrelationTime => "tauxi";

    /// <inheritdoc/>
    public bool HasTeacher => true;

    /// <inheritdoc/>
    public bool TakesGraphs => true;

    /// <inheritdoc/>
    public IReadOnlyList<RuleDescriptor> Rules => RuleNames.All;

    /// <inheritdoc/>
    public IReadOnlyList<string> Weights { get; } = ["W", "P", "B", "Q"];

    /// <inheritdoc/>
    public void CopyWeights(NetworkPlan plan, IReadOnlyList<AreaState> start)
    {
        if (Microcircuit.Rules.LearningModels.Get(plan.Model).TransportsWeights)
            CopiedWeights.Apply(plan.Graph, start);
    }

    /// <inheritdoc/>
    public string? MeaningOf(string block) => StateMeaning.Of(block);

    /// <inheritdoc/>
    public void Check(NetworkPlan plan)
    {
        MicrocircuitParameters parameters = MicrocircuitParameters.Of(plan);
        Microcircuit.Rules.LearningModels.Get(plan.Model).Check(parameters);
        parameters.Check(plan.Schedule);
    }

    /// <inheritdoc/>
    public void CheckValues(NetworkPlan plan) =>
        MicrocircuitParameters.Of(plan).Check(plan.Schedule);

    /// <inheritdoc/>
    public void CheckOutputs(NetworkPlan plan) => MicrocircuitParameters.Of(plan).CheckOutputs();

    /// <inheritdoc/>
    public IEnumerable<string> Notes(NetworkPlan plan) => LearningNotes.Of(plan);

    /// <inheritdoc/>
    public IReadOnlyList<AreaFootprint> Footprints(NetworkPlan plan)
    {
        MicrocircuitParameters parameters = new(plan.Graph, plan.Options);
        bool transports = Microcircuit.Rules.LearningModels.Get(plan.Model).TransportsWeights;
        return [.. parameters.Graph.WithCells.Select(area => MicrocircuitFootprint.Of(parameters, transports, area))];
    }

    /// <inheritdoc/>
    public PlannedSamples Samples(NetworkPlan plan) => new PlannedNetwork(plan).Samples;

    /// <inheritdoc/>
    public virtual INetwork Bind(NetworkPlan plan, INetworkServices services) => new MicrocircuitNetwork(
        new PlannedNetwork(plan, services.Spare.DrawsAhead, new RowSplit(services.Spare)));
}
