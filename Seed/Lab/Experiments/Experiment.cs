using PalActors.Areas.Contract.Models;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Experiments;

/// <summary>An experiment: read, checked and with every default resolved.</summary>
public sealed record Experiment
{
    /// <summary>Keys of experiments with its cell model.</summary>
    public required CellKeys Keys { get; init; }

    /// <summary>Its cell model.</summary>
    public IAreaModel Cells => Keys.Cells;

    /// <summary>Short name: of its key, else of its file.</summary>
    public required string Name { get; init; }

    /// <summary>Description in one line.</summary>
    public string Description { get; init; } = "";

    /// <summary>Source of its parameters.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Task by name.</summary>
    public required string Task { get; init; }

    /// <summary>Checks whether a teacher answers, in place of labelled samples.</summary>
    public bool HasTeacher => ExperimentTask.Get(Task).HasTeacher;

    /// <summary>Data set by name.</summary>
    public required string Data { get; init; }

    /// <summary>Seed of the data set.</summary>
    public required ulong DataSeed { get; init; }

    /// <summary>Folder of a data set that comes as files, or empty for the machine's own.</summary>
    public string DataFolder { get; init; } = "";

    /// <summary>Description of a user's own data; none for other sets.</summary>
    public PlanOption[] DataOptions { get; init; } = [];

    /// <summary>What the files of own data say, once they are read; null before, and for other sets.</summary>
    public OwnDataFacts? DataFacts { get; init; }

    /// <summary>Weights that its networks start from; null for drawn ones.</summary>
    public WeightsFrom? Weights { get; init; }

    /// <summary>True if a finished run keeps the weights of its networks.</summary>
    public bool KeepsWeights { get; init; } = true;

    /// <summary>Epochs at whose end weights are kept too.</summary>
    public IReadOnlyList<int> WeightEpochs { get; init; } = [];

    /// <summary>Training samples; in a task with a teacher, all samples.</summary>
    public required int Train { get; init; }

    /// <summary>Validation samples.</summary>
    public required int Validation { get; init; }

    /// <summary>Test samples.</summary>
    public required int Test { get; init; }

    /// <summary>Samples of each split, where data have splits.</summary>
    public IReadOnlyList<(string Split, int Samples)> Splits =>
        [("train", Train), ("validation", Validation), ("test", Test)];

    /// <summary>Samples that are shown in parallel.</summary>
    public int BatchSize { get; init; } = 1;

    /// <summary>True if noise acts in evaluations too.</summary>
    public bool EvaluationNoise { get; init; } = true;

    /// <summary>True if the test samples are shown before the first epoch too.</summary>
    public bool TestsFirst { get; init; }

    /// <summary>Names of the read-outs of the narrowest area after every epoch.</summary>
    public IReadOnlyList<string> ReadOuts { get; init; } = [];

    /// <summary>Published accuracies of the read-out sgd after the last epoch, in %, by model.</summary>
    public IReadOnlyDictionary<string, double> PaperReadOut { get; init; } = new Dictionary<string, double>();

    /// <summary>Settling before the first epoch, ms.</summary>
    public double SettlingTime { get; init; }

    /// <summary>Ticks between records of alignment and error, or 0 for none.</summary>
    public long RecordEvery { get; init; }

    /// <summary>True if the updates of W are compared with backpropagation after every epoch.</summary>
    public bool CompareUpdates { get; init; }

    /// <summary>Neurons per area, area 0 first; of an input area, the columns that it shows.</summary>
    public required int[] Layers { get; init; }

    /// <summary>Areas of a graph; none for a chain of layers.</summary>
    public AreaPlan[] Areas { get; init; } = [];

    /// <summary>Pathways of a graph; none for a chain.</summary>
    public PathwayPlan[] Pathways { get; init; } = [];

    /// <summary>Graph of its areas.</summary>
    public AreaGraph Graph => new(Layers, Areas, Pathways);

    /// <summary>Labels of the selected models.</summary>
    public required IReadOnlyList<string> Selected { get; init; }

    /// <summary>Models with parameters of their own, in the order of the file.</summary>
    public required IReadOnlyList<ModelVariant> Variants { get; init; }

    /// <summary>Seeds of the microcircuit.</summary>
    public IReadOnlyList<ulong> Seeds { get; init; } = [];

    /// <summary>Epochs of training.</summary>
    public int Epochs { get; init; }

    /// <summary>Epochs of the published run, or null.</summary>
    public int? PaperEpochs { get; init; }

    /// <summary>Samples of the published run, by split; of splits that are not named, as many as here.</summary>
    public IReadOnlyDictionary<string, int> PaperSamples { get; init; } = new Dictionary<string, int>();

    /// <summary>Last tick, or null for the whole schedule.</summary>
    public long? Ticks { get; init; }

    /// <summary>Recordings as given.</summary>
    /// <remarks>
    /// An empty list of areas or neurons means all, an interval of 0 one record per presentation.
    /// </remarks>
    public IReadOnlyList<RecordingPlan> Record { get; init; } = [];

    /// <summary>Lesions and rules that rest, as given.</summary>
    public IReadOnlyList<Perturbation> Perturbations { get; init; } = [];

    /// <summary>Areas that live together on a node, or null for the program's own choice.</summary>
    /// <remarks>It changes where areas compute, never what.</remarks>
    public IReadOnlyList<int[]>? Placement { get; init; }

    /// <summary>Values of <see cref="ExecutionTable"/>, which change no result.</summary>
    public IReadOnlyList<PlanOption> Execution { get; init; } = [];

    /// <summary>Parameters that were given or have a default, in the order of their table.</summary>
    public required IReadOnlyList<PlanOption> Parameters { get; init; }

    /// <summary>The variant of this label: an entry of <c>models</c>, or the plain model.</summary>
    public ModelVariant Variant(string label) =>
        Variants.FirstOrDefault(variant => variant.Label == label) ?? new ModelVariant(label, label, []);

    /// <summary>The parameters of a variant, its own before the experiment's.</summary>
    public PlanOption[] OptionsOf(ModelVariant variant)
    {
        Dictionary<string, PlanOption> options = Parameters.ToDictionary(option => option.Name);
        foreach (PlanOption option in variant.Overrides)
            options[option.Name] = option;
        return [.. Keys.Parameters.All.Where(p => options.ContainsKey(p.Name)).Select(p => options[p.Name])];
    }
}
