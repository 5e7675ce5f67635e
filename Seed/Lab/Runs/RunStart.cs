using PalActors.Clustering.Reports;
using PalActors.Lab.Experiments;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Runs;

/// <summary>A run that is about to start.</summary>
/// <param name="Experiment">The experiment as it was read.</param>
/// <param name="Plans">All networks.</param>
/// <param name="Folder">Folder of the run.</param>
/// <param name="Finished">Number of networks that an earlier process finished.</param>
/// <param name="Begun">Number of networks that go on from a snapshot.</param>
public sealed record RunStart(
    Experiment Experiment, IReadOnlyList<NetworkPlan> Plans, string Folder, int Finished, int Begun)
{
    /// <summary>Lines about the weights that its networks start from; none for drawn ones.</summary>
    public IReadOnlyList<string> Weights { get; init; } = [];

    /// <summary>Status of the run, which changes as it goes on: its nodes, and where the areas are.</summary>
    public RunStatus Status { get; init; } = new();
}
