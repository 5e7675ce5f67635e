using PalActors.Lab.Evaluation;
using PalActors.Lab.Experiments;
using PalActors.Lab.ReadOuts;
using PalActors.Lab.Results;

namespace PalActors.Lab.Runs;

/// <summary>Result of a run.</summary>
/// <param name="Experiment">The experiment as it was read.</param>
/// <param name="Folder">Folder of the run.</param>
/// <param name="Networks">All networks with their values.</param>
/// <param name="Files">Names of the files in the folder.</param>
public sealed record RunResult(
    Experiment Experiment, string Folder, IReadOnlyList<NetworkRecord> Networks, IReadOnlyList<string> Files)
{
    /// <summary>True if an earlier process had completed the run.</summary>
    public bool WasComplete { get; init; }

    /// <summary>Names of files that could not be written; going on with the run writes them.</summary>
    public IReadOnlyList<string> Unwritten { get; init; } = [];

    /// <summary>True if all networks ran to their last tick, or diverged; false if the run was stopped.</summary>
    public bool HasEnded => Networks.All(network => network.HasEnded);

    /// <summary>Networks of which a value became infinite or not a number.</summary>
    public IEnumerable<NetworkRecord> Diverged => Networks.Where(network => network.Divergence is not null);

    /// <summary>Accuracies of the read-outs.</summary>
    internal IReadOnlyList<ReadOutRow> ReadOuts { get; init; } = [];

    /// <summary>Classes in the last evaluation of each network.</summary>
    internal IReadOnlyList<NetworkConfusion> Confusions { get; init; } = [];
}
