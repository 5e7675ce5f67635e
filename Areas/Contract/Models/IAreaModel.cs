using PalActors.Areas.Contract.Links;
using PalActors.Areas.Contract.Parameters;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Contract.Models;

/// <summary>A cell model: its parameters, observables and metrics, and the networks made of it.</summary>
/// <remarks>
/// A model is one folder, registered in one line. Experiments select it by <see cref="Name"/> (key <c>cells</c>); their
/// keys, checks, defaults, schema and docs follow from its tables.
/// </remarks>
public interface IAreaModel
{
    /// <summary>Name in experiments, for instance <c>microcircuit</c>.</summary>
    string Name { get; }

    /// <summary>Description in one line.</summary>
    string Summary { get; }

    /// <summary>Names of its learning models, the values of the key <c>model</c>; at least one.</summary>
    IReadOnlyList<string> LearningModels => [Name];

    /// <summary>Parameters of its cells, besides those of time and of links.</summary>
    ParameterTable Parameters => ParameterTable.Empty;

    /// <summary>Quantities that can be recorded.</summary>
    IReadOnlyList<ObservableDescriptor> Observables => [];

    /// <summary>Shape of an observable in an area of a network; by default that of its axes.</summary>
    /// <remarks>A model whose weights are shared, for instance, has fewer than its layers tell.</remarks>
    /// <param name="plan">A checked plan.</param>
    /// <param name="observable">One of <see cref="Observables"/>.</param>
    /// <param name="area">An area that has it.</param>
    ObservableShape ShapeOf(NetworkPlan plan, ObservableDescriptor observable, int area) =>
        observable.ShapeIn(plan.Graph, area);

    /// <summary>Measures that its areas take.</summary>
    IReadOnlyList<MetricDescriptor> Metrics => [];

    /// <summary>Remedies against delays, which a study of delays offers by name.</summary>
    IReadOnlyList<RemedyDescriptor> Remedies => [];

    /// <summary>Name of the parameter that is the correlation time of its noise; null for cells without one.</summary>
    string? CorrelationTime => null;

    /// <summary>True if a network of it can be the teacher of tasks that have one.</summary>
    bool HasTeacher => false;

    /// <summary>True if a presentation may show several samples in parallel.</summary>
    bool TakesBatches => false;

    /// <summary>True if areas may have several areas below or above them; false for chains only.</summary>
    bool TakesGraphs => false;

    /// <summary>Rules that an experiment may freeze; a model that has some takes lesions too.</summary>
    IReadOnlyList<RuleDescriptor> Rules => [];

    /// <summary>Number of cells of an area, which a lesion may silence.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="area">An area with cells.</param>
    int CellsOf(NetworkPlan plan, int area) => plan.Layers[area];

    /// <summary>Names of its weights, as blocks of a state and as <see cref="Observables"/>; none: they stay inside.
    /// </summary>
    /// <remarks>
    /// An area with several pathways of a kind has a block each, whose name goes on with <c>@</c> and the other area.
    /// </remarks>
    IReadOnlyList<string> Weights => [];

    /// <summary>Makes weights that are copies of others what those are, in states before tick 1.</summary>
    /// <param name="plan">A checked plan.</param>
    /// <param name="start">States of all areas, whose blocks may be replaced.</param>
    void CopyWeights(NetworkPlan plan, IReadOnlyList<AreaState> start)
    {
    }

    /// <summary>Plain name of a block of its state, for messages; null for counters, which are always finite.</summary>
    /// <param name="block">Name of the block.</param>
    string? MeaningOf(string block) => block;

    /// <summary>Refuses a plan that its networks cannot run, before anything is built.</summary>
    /// <remarks>Names and single values are checked for every model before, <see cref="PlanCheck"/>.</remarks>
    /// <param name="plan">The plan, whose data and build need not be known.</param>
    /// <exception cref="ParameterException">A value is invalid.</exception>
    void Check(NetworkPlan plan) => LinkOptions.Of(plan).Check(partsDown: 1);

    /// <summary>Refuses invalid values of a plan that is not run, whatever its learning model needs besides.</summary>
    /// <param name="plan">The plan, whose data and build need not be known.</param>
    /// <exception cref="ParameterException">A value is invalid.</exception>
    void CheckValues(NetworkPlan plan) => Check(plan);

    /// <summary>Refuses a plan whose samples are read out late, where outputs per sample are asked for.</summary>
    /// <exception cref="ParameterException">They are, or a value is invalid.</exception>
    void CheckOutputs(NetworkPlan plan) => Check(plan);

    /// <summary>Notes on what is valid and yet rarely meant, one line each.</summary>
    /// <param name="plan">A checked plan.</param>
    IEnumerable<string> Notes(NetworkPlan plan) => [];

    /// <summary>Sizes and costs of the areas of a plan, area 1 first; builds nothing.</summary>
    /// <param name="plan">A checked plan.</param>
    IReadOnlyList<AreaFootprint> Footprints(NetworkPlan plan) => AreaFootprint.OfVectors(plan);

    /// <summary>Binds a plan to its network.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="services">Services that the model may use.</param>
    /// <exception cref="ParameterException">A value is invalid.</exception>
    INetwork Bind(NetworkPlan plan, INetworkServices services);
}
