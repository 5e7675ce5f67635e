using PalActors.Areas.Contract.Models;
using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Models.RateCells.Metrics;
using PalActors.Areas.Models.RateCells.Networks;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Areas.Models.RateCells.Perturbations;
using PalActors.Areas.Models.RateCells.Recording;
using PalActors.Areas.Models.RateCells.Remedies;
using PalActors.Areas.Toolkit.Readouts;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.RateCells;

/// <summary>Error-propagating rate cells of the paper's second half, in batches, dense and convolutional.</summary>
public class RateModel : IEncodingModel, IFilterModel
{
    /// <summary>Name in experiments.</summary>
    public const string ModelName = "rate";

    /// <inheritdoc/>
    public string Name => ModelName;

    /// <inheritdoc/>
    public string Summary => "error-propagating rate cells in batches: dense and convolutional areas, pools";

    /// <inheritdoc/>
    public IReadOnlyList<string> LearningModels => RateWords.Algorithms;

    /// <inheritdoc/>
    public ParameterTable Parameters => RateTable.Cells;

    /// <inheritdoc/>
    public IReadOnlyList<ObservableDescriptor> Observables => RateObservables.All;

    /// <inheritdoc/>
    public ObservableShape ShapeOf(NetworkPlan plan, ObservableDescriptor observable, int area) =>
        RateShapes.Of(plan, observable, area);

    /// <inheritdoc/>
    public IReadOnlyList<MetricDescriptor> Metrics { get; } = [.. RateMetrics.All, .. CommonMetrics.All];

    /// <inheritdoc/>
    public IReadOnlyList<RemedyDescriptor> Remedies => RemedyTable.Remedies.Studied;

    /// <inheritdoc/>
    public string? CorrelationTime => "tau_xi";

    /// <inheritdoc/>
    public bool TakesBatches => true;

    /// <inheritdoc/>
    public IReadOnlyList<RuleDescriptor> Rules => RateRules.All;

    /// <inheritdoc/>
    public int CellsOf(NetworkPlan plan, int area) => new RateParameters(plan).Areas[area].Cells.Cells;

    /// <inheritdoc/>
    public IReadOnlyList<string> Weights { get; } =
        [RateObservables.W, RateObservables.Bias, RateObservables.B];

    /// <inheritdoc/>
    public void Check(NetworkPlan plan) => RateCheck.Of(plan);

    /// <inheritdoc/>
    public IReadOnlyList<AreaFootprint> Footprints(NetworkPlan plan)
    {
        RateParameters parameters = new(plan);
        return [.. plan.Graph.WithCells.Select(area => RateFootprint.Of(parameters, area))];
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> EncodedBy { get; } = [RateObservables.W, RateObservables.Bias];

    /// <inheritdoc/>
    public bool CanEncode(NetworkPlan plan, int area)
    {
        RateParameters parameters = new(plan);
        return Enumerable.Range(1, area).All(one => !parameters.Areas[one].IsConv);
    }

    /// <inheritdoc/>
    public IEncoder CreateEncoder(NetworkPlan plan) => new RateEncoder(new RateParameters(plan));

    /// <inheritdoc/>
    public PlannedSamples Samples(NetworkPlan plan) => new RateDraws(plan, new RateParameters(plan)).CreateSamples();

    /// <inheritdoc/>
    public FilterBank? FiltersOf(NetworkPlan plan, int area)
    {
        RateAreaOptions options = new RateParameters(plan).Areas[area];
        return options.IsConv
            ? new FilterBank(
                RateObservables.W, options.Cells.Channels, options.Below.Channels, options.Kernel, options.Kernel)
            : null;
    }

    /// <inheritdoc/>
    public virtual INetwork Bind(NetworkPlan plan, INetworkServices services)
    {
        RateParameters parameters = new(plan);
        RateDraws draws = new(plan, parameters);
        PlannedSamples samples = draws.CreateSamples();
        samples.OpenDrawn();
        return RateNetworks.Create(
            parameters,
            services,
            draws.CreateSource(),
            source => source.Kind == EndpointKind.Target ? samples.Targets() : samples.Inputs());
    }
}
