namespace PalActors.Messages.Plan;

/// <summary>Plan of one network (one random seed of one model), as names and values.</summary>
/// <remarks>Any node can build any of the network's areas from it.</remarks>
public sealed record NetworkPlan
{
    /// <summary>Identity of the run; frames of another run are ignored.</summary>
    public required long Run { get; init; }

    /// <summary>Index of the network in the run.</summary>
    public required int Network { get; init; }

    /// <summary>Random seed of the network: initial weights, noise, order of presentation.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Cell model by name.</summary>
    public required string Cells { get; init; }

    /// <summary>Learning model as written in the experiment, for display and results.</summary>
    public required string Label { get; init; }

    /// <summary>Learning model by name, one of those of the cell model.</summary>
    public required string Model { get; init; }

    /// <summary>Neurons per area, area 0 first; of an input area, the columns of the data that it shows.</summary>
    public required int[] Layers { get; init; }

    /// <summary>Areas of a graph; none for a chain with the input as area 0.</summary>
    public AreaPlan[] Areas { get; init; } = [];

    /// <summary>Pathways of a graph; none for a chain.</summary>
    public PathwayPlan[] Pathways { get; init; } = [];

    /// <summary>Parameters of the model.</summary>
    public required PlanOption[] Options { get; init; }

    /// <summary>Data set by name, for instance <c>yin-yang</c>.</summary>
    public required string Data { get; init; }

    /// <summary>Random seed of the data set.</summary>
    public required ulong DataSeed { get; init; }

    /// <summary>Folder of a data set that comes as files; empty for the one that each node has of its own.</summary>
    public string DataFolder { get; init; } = "";

    /// <summary>Description of a user's own data; none for other sets.</summary>
    public PlanOption[] DataOptions { get; init; } = [];

    /// <summary>SHA-256 of the data that are used, lower-case hex; empty where it was not computed.</summary>
    public string DataHash { get; init; } = "";

    /// <summary>SHA-256 of the weights that the network starts from, lower-case hex; empty for drawn ones.</summary>
    public string WeightsHash { get; init; } = "";

    /// <summary>True if the target of a sample is its input, in place of the data set's targets.</summary>
    public bool TargetsAreInputs { get; init; }

    /// <summary>Hash of the build that began the network, lower-case hex; empty where it was not computed.</summary>
    public string BuildHash { get; init; } = "";

    /// <summary>Schedule of all ticks.</summary>
    public required Schedule Schedule { get; init; }

    /// <summary>Lesions and frozen rules; none by default.</summary>
    public PerturbationPlan[] Perturbations { get; init; } = [];

    /// <summary>Recordings to make; none by default.</summary>
    public RecordingPlan[] Recordings { get; init; } = [];

    /// <summary>Graph of its areas, made anew at each call.</summary>
    public AreaGraph Graph => new(Layers, Areas, Pathways);
}
