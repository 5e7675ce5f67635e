using PalActors.Areas.Contract.Models;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Lab.Experiments;
using PalActors.Lab.Results;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Recording;

/// <summary>Coordinates of the ticks of all networks of a run.</summary>
/// <param name="plans">The networks; without them only times are known.</param>
/// <param name="cells">Their cell model.</param>
internal sealed class RunCoordinates(IReadOnlyList<NetworkPlan> plans, IAreaModel cells)
{
    private readonly Dictionary<(string Label, ulong Seed), NetworkCoordinates> _networks = [];
    private readonly List<string> _notes = [];

    /// <summary>Reasons why coordinates are missing, a line each.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Coordinates for the networks of a run folder; only times if its experiment cannot be read.</summary>
    /// <param name="run">The folder.</param>
    /// <param name="cells">Cell model of the run.</param>
    /// <param name="models">The cell models.</param>
    public static RunCoordinates Of(string run, IAreaModel cells, ModelRegistry models)
    {
        string path = Path.Combine(run, RunFiles.Experiment);
        if (!File.Exists(path))
            return new RunCoordinates([], cells);
        try
        {
            return new RunCoordinates(NetworkPlans.Of(ExperimentReader.Read(models, path)), cells);
        }
        catch (InputException exception)
        {
            RunCoordinates times = new([], cells);
            times._notes.Add($"The export has no epochs, phases, samples and labels: {exception.Message}");
            return times;
        }
    }

    /// <summary>Coordinates of the records of a series.</summary>
    public IReadOnlyList<RecordCoordinate> Of(RecordedSeries series)
    {
        (string label, ulong seed) = (series.Network.Label, series.Network.Seed);
        return [.. Of(label, seed, series.Network.Dt, series.Network.DataHash).At(series.Ticks, shown: true)];
    }

    /// <summary>Coordinates of measurements: a network's state belongs to no sample.</summary>
    /// <param name="label">Learning model of the network.</param>
    /// <param name="seed">Its random seed.</param>
    /// <param name="ticks">The ticks, ascending.</param>
    public IReadOnlyList<RecordCoordinate> Of(string label, ulong seed, IReadOnlyList<long> ticks) =>
        [.. Of(label, seed, dt: null, dataHash: "").At(ticks, shown: false)];

    private NetworkCoordinates Of(string label, ulong seed, string? dt, string dataHash)
    {
        if (_networks.TryGetValue((label, seed), out NetworkCoordinates? known))
            return known;
        NetworkPlan? plan = plans.FirstOrDefault(plan => plan.Label == label && plan.Seed == seed);
        string step = dt ?? plan?.Options.FirstOrDefault(option => option.Name == "dt")?.Values[0] ?? "";
        return _networks[(label, seed)] = new NetworkCoordinates(
            plan is null ? null : plan with { DataHash = dataHash }, step, cells as ISampledModel, _notes.Add);
    }
}
