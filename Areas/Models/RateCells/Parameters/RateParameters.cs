using System.Diagnostics.CodeAnalysis;
using PalActors.Areas.Contract.Links;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Contract.Perturbations;
using PalActors.Areas.Models.RateCells.Remedies;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.RateCells.Parameters;

/// <summary>Parameters of a network of rate cells, bound and checked.</summary>
public sealed record RateParameters
{
    /// <summary>Parameters that are given one by one.</summary>
    public RateParameters()
    {
    }

    /// <summary>Binds the options of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <exception cref="ParameterException">A value is invalid, or shapes do not fit.</exception>
    [SetsRequiredMembers]
    public RateParameters(NetworkPlan plan)
    {
        IReadOnlyList<(long FirstTick, PlanOption[] Options)> all = VaryingOptions.Of(plan);
        ParameterReader reader = new(RateTable.Cells, all[0].Options, plan.Graph);
        Algorithm = RateWords.Value<RateAlgorithm>(RateWords.Algorithms, plan.Model);
        Path = RateWords.Value<ErrorPath>(RateWords.ErrorPaths, reader.Word("error_path"));
        Target = RateWords.Value<TargetType>(RateWords.TargetTypes, reader.Word("target_type"));
        Beta = reader.Real("beta");
        WeightSd = reader.Real("weight_sd");
        IsSingle = reader.Word("precision") == "single";
        Generator = reader.Word("generator");
        StepOptions step = new(plan.Options);
        Remedies = RemedyTable.Remedies.Bind(plan.Options);
        Remedies.CheckAll(step.Dt);
        (Dt, PresentationTicks) = (step.Dt, step.PresentationTicks);
        Batch = plan.Schedule.Phases[0].Batch;
        Classifies = Array.Exists(plan.Schedule.Phases, phase =>
            phase.Metric is CommonMetrics.AccuracyValidation or CommonMetrics.AccuracyTest);
        Links = LinkOptions.Of(plan);
        Areas = new PerArea<RateAreaOptions>(RateAreaReader.Read(plan.Layers, reader));
        Later =
        [
            .. all.Skip(1).Select(later => (later.FirstTick, new PerArea<RateAreaOptions>(RateAreaReader.Read(
                plan.Layers, new ParameterReader(RateTable.Cells, later.Options, plan.Graph))))),
        ];
        Perturbations = new NetworkPerturbations(plan.Perturbations);
    }

    /// <summary>Learning model.</summary>
    public required RateAlgorithm Algorithm { get; init; }

    /// <summary>True if evaluations count classes.</summary>
    public bool Classifies { get; init; }

    /// <summary>Way of the errors.</summary>
    public required ErrorPath Path { get; init; }

    /// <summary>Error of the output.</summary>
    public required TargetType Target { get; init; }

    /// <summary>Strength of the target.</summary>
    public required double Beta { get; init; }

    /// <summary>Euler step, ms.</summary>
    public required double Dt { get; init; }

    /// <summary>Membrane time constant, ms; only what <see cref="IsTraced"/> adds depends on it.</summary>
    public double Tau { get; init; } = 10;

    /// <summary>True if values are computed that only golden traces hold.</summary>
    public bool IsTraced { get; init; }

    /// <summary>Ticks of a presentation.</summary>
    public int PresentationTicks { get; init; } = int.MaxValue;

    /// <summary>Samples that are held in parallel, N.</summary>
    public required int Batch { get; init; }

    /// <summary>Timing of the links.</summary>
    public required LinkOptions Links { get; init; }

    /// <summary>Options of areas 1 to L.</summary>
    public required PerArea<RateAreaOptions> Areas { get; init; }

    /// <summary>Options of later ticks, where some vary, by their first tick.</summary>
    public IReadOnlyList<(long FirstTick, PerArea<RateAreaOptions> Areas)> Later { get; init; } = [];

    /// <summary>Lesions and frozen rules.</summary>
    public NetworkPerturbations Perturbations { get; init; } = NetworkPerturbations.None;

    /// <summary>Standard deviation of initial weights.</summary>
    public double WeightSd { get; init; } = 0.05;

    /// <summary>True if the network computes in single precision.</summary>
    public bool IsSingle { get; init; }

    /// <summary>Random generator by name.</summary>
    public string Generator { get; init; } = RandomGenerators.Counter;

    /// <summary>True if area 1 may use that its input is held; false to compute all products.</summary>
    public bool HoldsInput { get; init; } = true;

    /// <summary>Values of the parameters of remedies against delays; each remedy reads its own.</summary>
    public ParameterReader Remedies { get; init; } = RemedyTable.Remedies.Bind([]);

    /// <summary>Index of the top area, L.</summary>
    public int Top => Areas.Count;

    /// <summary>True for PAL.</summary>
    public bool IsPal => Algorithm == RateAlgorithm.PAL;

    /// <summary>True for DFA.</summary>
    public bool IsDirectFeedback => Algorithm == RateAlgorithm.DFA;

    /// <summary>True if W of an area learns with other rates below than those of the tick.</summary>
    public bool ChangesBelow(int area) =>
        ActingRemedies.Any(remedy => remedy.ChangesBelow && remedy.Ticks(this, area) > 0);

    /// <summary>Remedies against delays that act in the network.</summary>
    internal IEnumerable<RateRemedy> ActingRemedies => RemedyTable.Remedies.Acting(Remedies);

    /// <summary>Cells that an area shows to the one above; area 0 is the input.</summary>
    public int OutputOf(int area) => area == 0 ? Areas[1].Below.Cells : Areas[area].Output.Cells;
}
